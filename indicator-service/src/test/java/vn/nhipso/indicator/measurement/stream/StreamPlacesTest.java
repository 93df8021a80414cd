package vn.nhipso.indicator.measurement.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(4);

    @Test
    void oneCallerShouldLeaveRoomForOthersAndAllTogetherHaveABound() {
        StreamPlaces.Place first = places.take("clerk");
        StreamPlaces.Place second = places.take("clerk");

        assertThatThrownBy(() -> places.take("clerk")).hasMessageContaining("TOO_MANY_STREAMS");
        places.take("another");
        places.take("third");
        assertThatThrownBy(() -> places.take("fourth")).hasMessageContaining("TOO_MANY_STREAMS");

        first.close();
        assertThatCode(() -> places.take("fourth")).doesNotThrowAnyException();
        second.close();
        assertThatCode(() -> places.take("clerk")).doesNotThrowAnyException();
    }
}
