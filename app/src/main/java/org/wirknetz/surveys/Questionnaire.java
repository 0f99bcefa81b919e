package org.wirknetz.surveys;

import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What the next wave of the network asks. As long as nobody has changed it, it is what comes with the
/// program; the first change copies that. A wave that was opened has its own copy.
@Component
@Transactional
public class Questionnaire {

    public static final int MOST = 30;

    private final JdbcClient db;
    private final ShippedItems shipped;

    Questionnaire(JdbcClient db, ShippedItems shipped) {
        this.db = db;
        this.shipped = shipped;
    }

    private record Row(String key, String kind, String wordingDe, String wordingEn, int version) {}

    @Transactional(readOnly = true)
    public List<Item> items() {
        var own = db.sql(
                        "select key, kind, wording_de, wording_en, version from surveys.item where network = platform.network() order by position, key")
                .query(Row.class)
                .list();
        return own.isEmpty() ? shipped.all() : own.stream().map(this::item).toList();
    }

    private Item item(Row row) {
        var original = shipped.of(row.key());
        boolean changed = original.isPresent()
                && !(original.get().de().equals(row.wordingDe())
                        && original.get().en().equals(row.wordingEn()));
        return new Item(
                row.key(),
                Kind.valueOf(row.kind()),
                row.wordingDe(),
                row.wordingEn(),
                original.isPresent(),
                changed,
                row.version());
    }

    public Item of(String key) {
        return items().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }

    /// Whether it is still what comes with the program.
    @Transactional(readOnly = true)
    public boolean untouched() {
        return db.sql("select not exists (select from surveys.item where network = platform.network())")
                .query(Boolean.class)
                .single();
    }

    /// A statement of the network's own, at the end of the statements.
    ///
    /// @throws Refused `surveys.many-items`
    public void add(String de, String en) {
        var item = new Item(UUID.randomUUID().toString(), Kind.STATEMENT, de, en, false, false, 0);
        copy();
        if (items().size() >= MOST) throw new Refused("surveys.many-items", MOST);
        insert(item, count() + 1);
    }

    /// @param version the one that was shown; 0 while nobody had changed anything
    public void reword(String key, int version, String de, String en) {
        var wanted = new Item(key, of(key).kind(), de, en, false, false, version);
        boolean fresh = copy();
        int rows = db.sql("""
                        update surveys.item set wording_de = :de, wording_en = :en, version = version + 1
                         where network = platform.network() and key = :key and version = :version
                        """)
                .param("de", wanted.de())
                .param("en", wanted.en())
                .param("key", key)
                .param("version", fresh ? 1 : version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("item " + key);
    }

    /// It is not asked any more. Waves that asked it keep what they found.
    ///
    /// @throws Refused `surveys.last-item`
    public void remove(String key) {
        var gone = of(key);
        long statements =
                items().stream().filter(it -> it.kind() == Kind.STATEMENT).count();
        if (gone.kind() == Kind.STATEMENT && statements < 2) throw new Refused("surveys.last-item");
        copy();
        db.sql("delete from surveys.item where network = platform.network() and key = ?")
                .param(key)
                .update();
    }

    /// Back to what comes with the program; own statements go.
    public void restore() {
        db.sql("delete from surveys.item where network = platform.network()").update();
    }

    private boolean copy() {
        if (!untouched()) return false;
        int position = 0;
        for (var item : shipped.all()) insert(item, ++position);
        return true;
    }

    private int count() {
        return db.sql("select coalesce(max(position), 0) from surveys.item where network = platform.network()")
                .query(Integer.class)
                .single();
    }

    private void insert(Item item, int position) {
        db.sql("""
                        insert into surveys.item (network, key, position, kind, wording_de, wording_en)
                        values (platform.network(), :key, :position, :kind, :de, :en)
                        """)
                .param("key", item.key())
                .param("position", position)
                .param("kind", item.kind().name())
                .param("de", item.de())
                .param("en", item.en())
                .update();
    }
}
