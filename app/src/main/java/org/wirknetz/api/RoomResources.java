package org.wirknetz.api;

import java.util.List;

/// What one room offers under `/api/v1/networks/{network}/…`.
interface RoomResources {
    List<Resource> resources();
}
