"""Small roster files in the layout of congress-legislators, written for the tests."""

SENATOR = """\
- id: {bioguide: S000001, thomas: '00136', lis: S307, govtrack: 400050}
  name: {first: Bernard, last: Moreno, nickname: Bernie, official_full: Bernie Moreno}
  terms:
  - {type: rep, start: '1993-01-05', end: '2007-01-03', state: VT, district: 0, party: Independent}
  - type: sen
    start: '2007-01-04'
    end: '2025-01-03'
    state: VT
    party: Independent
    caucus: Democrat
    phone: 202-224-5141
    url: https://www.moreno.senate.gov
    contact_form: https://www.moreno.senate.gov/contact
"""
DELEGATE = """\
- id: {bioguide: D000001}
  name: {first: Jesús, last: García, suffix: Jr.}
  terms:
  - {type: rep, start: 2017-01-03, end: 2021-01-03, state: PR, district: 0, party: Republican}
"""
REPRESENTATIVE = """\
- id: {bioguide: R000001}
  name: {first: Ruth, last: Lindqvist, official_full: Ruth Lindqvist}
  terms:
  - {type: rep, start: '2019-01-03', end: '2021-01-03', state: OR, district: 3, party: Democrat}
"""
ROSTER = SENATOR + DELEGATE + REPRESENTATIVE

SOCIAL = """\
- id: {bioguide: S000001}
  social: {twitter: SenMoreno, facebook: senatormoreno, youtube_id: UCGdrLQbt1PYDTPsampx4t1A}
"""
OFFICES = """\
- id: {bioguide: S000001}
  offices:
  - {id: S000001-burlington, address: 1 Church St., suite: 3, city: Burlington, state: VT,
     zip: '05401', phone: 802-862-0697}
"""
CSV_HEAD = (
    "bioguide,given_name,family_name,full_name,party,chamber,state,district,"
    "x,website,phone,contact_form\n"
)
CSV_ROW = "R000001,Ruth,Lindqvist,Ruth Lindqvist,D,house,OR,3,RepRuth,,202-225-4811,\n"
