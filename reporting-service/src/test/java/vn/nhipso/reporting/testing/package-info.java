/** What the tests of this service have in common. */
package vn.nhipso.reporting.testing;
