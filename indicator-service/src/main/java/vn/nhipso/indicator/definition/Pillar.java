package vn.nhipso.indicator.definition;

/** The pillars of digital transformation (trụ cột). */
public enum Pillar {
    /** chính quyền số */
    GOVERNMENT,
    /** kinh tế số */
    ECONOMY,
    /** xã hội số */
    SOCIETY,
    /** infrastructure, people, teams */
    FOUNDATION
}
