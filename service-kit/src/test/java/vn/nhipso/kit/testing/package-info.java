/** What every module's tests stand on: real PostgreSQL, real Kafka, tokens, a clock that is set by hand, the house rules. */
package vn.nhipso.kit.testing;
