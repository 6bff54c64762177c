"""Rules that the database holds by itself, whoever writes to it: steps of state, old consents.

A trigger is made after every migration, because SQLite loses the triggers of a table when a
migration rebuilds it; before a migration SQLite's are dropped, because it checks every trigger
while it renames a table.
"""

from typing import Any

from django.db import connections

from campaign_blocks.petition.states import NEXT

STEPS = ", ".join(
    f"('{before.value}', '{after.value}')" for before, then in NEXT.items() for after in then
)
BAD_STEP = "a signature can not take this step"
CONSENT_STAYS = "a consent is never changed"
TEXT_STAYS = "a text that people agreed to is never changed"
LOG_STAYS = "a log is only added to"
LOGS = ("petition_exportlog",)

POSTGRESQL = f"""
    CREATE OR REPLACE FUNCTION petition_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation'; END $$;

    CREATE OR REPLACE TRIGGER petition_signature_step
    BEFORE UPDATE OF state ON petition_signature FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({STEPS}))
    EXECUTE FUNCTION petition_refuse('{BAD_STEP}');

    CREATE OR REPLACE TRIGGER petition_consent_update
    BEFORE UPDATE ON petition_consent FOR EACH ROW
    EXECUTE FUNCTION petition_refuse('{CONSENT_STAYS}');

    CREATE OR REPLACE FUNCTION petition_keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM petition_signature
            WHERE id = OLD.signature_id AND state NOT IN ('erased', 'expired')
        ) THEN
            RAISE EXCEPTION '{CONSENT_STAYS}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN OLD;
    END $$;

    CREATE OR REPLACE TRIGGER petition_consent_delete
    BEFORE DELETE ON petition_consent FOR EACH ROW EXECUTE FUNCTION petition_keep_consent();

    CREATE OR REPLACE TRIGGER petition_consent_text_update
    BEFORE UPDATE ON petition_consenttext FOR EACH ROW
    EXECUTE FUNCTION petition_refuse('{TEXT_STAYS}');
"""  # noqa: S608  names and states come from our own code
POSTGRESQL_LOG = f"""
    CREATE OR REPLACE TRIGGER petition_log_stays
    BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION petition_refuse('{LOG_STAYS}');
"""
SQLITE = {
    "petition_signature_step": f"""
        BEFORE UPDATE OF state ON petition_signature
        WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES {STEPS})
        BEGIN SELECT RAISE(ABORT, '{BAD_STEP}'); END""",
    "petition_consent_update": f"""
        BEFORE UPDATE ON petition_consent
        BEGIN SELECT RAISE(ABORT, '{CONSENT_STAYS}'); END""",
    "petition_consent_delete": f"""
        BEFORE DELETE ON petition_consent WHEN EXISTS (
            SELECT 1 FROM petition_signature
            WHERE id = OLD.signature_id AND state NOT IN ('erased', 'expired')
        )
        BEGIN SELECT RAISE(ABORT, '{CONSENT_STAYS}'); END""",  # noqa: S608  our own words
    "petition_consent_text_update": f"""
        BEFORE UPDATE ON petition_consenttext
        BEGIN SELECT RAISE(ABORT, '{TEXT_STAYS}'); END""",
}
SQLITE_LOGS = {
    f"{table}_{verb.lower()}": f"""
        BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{LOG_STAYS}'); END"""
    for table in LOGS
    for verb in ("UPDATE", "DELETE")
}


def drop_guards(*, using: str, **kwargs: Any) -> None:
    """Runs before migrations."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in (*SQLITE, *SQLITE_LOGS):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def make_guards(*, using: str, **kwargs: Any) -> None:
    """Runs after migrations, also of other apps and of none."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if "petition_signature" not in tables:
            return
        logs = [table for table in LOGS if table in tables]
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL)
            for table in logs:
                cursor.execute(POSTGRESQL_LOG % table)
        else:
            for name, body in {**SQLITE, **(SQLITE_LOGS if logs else {})}.items():
                cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")
