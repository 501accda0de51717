/** A catalogue of an organisation's own, with everything that one may hold. */
export const CUSTOMERS = `title: Requirements of our customers
namespace: acme
controls:
  - id: CUST-1
    title: Customer data stays in the EU
    theme: Customers
    text: |
      Every system that holds customer data runs in a data centre in the EU.
  - id: CUST-2
    title: Customers hear of an incident within 24 hours
    parent: CUST-1
  - id: A.5.38
    title: Control of a sector extension
excerpts:
  - of: A.5.15
    source: Our licensed copy, page 40
    text: Our own words on access control.
frameworks:
  - id: harbour-contract
    title: Contract with Harbour AG
    items:
      - id: "4.2"
        title: Access and incidents
        controls: [A.5.15, CUST-2]
      - id: "4.3"
        title: Insurance
`;
