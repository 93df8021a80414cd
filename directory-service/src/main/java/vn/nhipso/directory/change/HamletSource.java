package vn.nhipso.directory.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;

/** Gives the hamlets of communes: of a whole list only those of few communes matter. */
@FunctionalInterface
interface HamletSource {

    Hamlets under(Set<String> communes);

    /**
     * @param versions of every hamlet that ever stood under one of the communes, under whatever codes
     * @param edges from and to those hamlets
     * @param saidBy the changes that ever said where the population of a commune went on the day
     */
    record Hamlets(List<UnitVersion> versions, List<LineageEdge> edges, Map<String, Set<UUID>> saidBy) {}
}
