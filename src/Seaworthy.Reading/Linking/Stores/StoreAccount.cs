using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>What a data store's image makes when its volume is empty: users with their passwords, databases. Null parts cannot be known.</summary>
/// <remarks>Sources: Docker Hub, the pages of postgres, mysql, mariadb, mongo and rabbitmq, "Environment Variables".</remarks>
internal sealed record StoreAccount
{
    /// <summary>The users that it creates, the first of which its image is configured with; null when unknown.</summary>
    public IReadOnlyList<StoreSetting>? Users { get; private init; }

    /// <summary>The password of a user, when it is known.</summary>
    public IReadOnlyDictionary<string, StoreSetting> Passwords { get; private init; } = new Dictionary<string, StoreSetting>();

    /// <summary>The databases it makes; null when that cannot be known, or when databases come into being with their first use.</summary>
    public IReadOnlyList<StoreSetting>? Databases { get; private init; }

    /// <summary>What makes it ask everybody for a password; null when it may let anybody in, or when that cannot be known.</summary>
    public Fact<string>? Lock { get; private init; }

    /// <summary>Users live in one database, where they are looked up.</summary>
    public string? HomeOfUsers { get; private init; }

    public static StoreAccount? Of(Workload store) =>
        store is not { Image: null, Public.Name: { } name }
            ? null
            : name switch
            {
                "postgres" or "timescale/timescaledb" => Postgres(store),
                "mysql" => MySql(store, "MYSQL"),
                "mariadb" => MySql(store, "MARIADB", "MYSQL"),
                "mongo" => Mongo(store),
                "redis" or "valkey/valkey" => Redis(store),
                "bitnami/redis" => new StoreAccount { Lock = Given(store, "REDIS_PASSWORD") },
                "rabbitmq" => RabbitMq(store),
                _ => null,
            };

    private static StoreAccount Postgres(Workload store)
    {
        var user = StoreSetting.Of(store, "postgres", "POSTGRES_USER");
        var database = StoreSetting.Of(store, user?.Value, "POSTGRES_DB");
        var trusts = StoreSetting.Of(store, "", "POSTGRES_HOST_AUTH_METHOD") is null or { Value: "trust" };
        var password = trusts ? null : StoreSetting.Of(store, null, "POSTGRES_PASSWORD");
        return new StoreAccount
        {
            Users = user is null ? null : [user],
            Passwords = Of((user, password)),
            Databases = database is null ? null : [database, new("postgres", null, null), new("template1", null, null)],
        };
    }

    private static StoreAccount MySql(Workload store, params string[] prefixes)
    {
        StoreSetting? Setting(string? otherwise, string ending) =>
            StoreSetting.Of(store, otherwise, [.. prefixes.Select(prefix => prefix + ending)]);

        StoreSetting root = new("root", null, null);
        var user = Setting("", "_USER");
        var database = Setting("", "_DATABASE");
        return new StoreAccount
        {
            Users =
                user is null ? null
                : user.Value.Length > 0 ? [user, root]
                : [root],
            Passwords = Of((root, Setting(null, "_ROOT_PASSWORD")), (user, Setting(null, "_PASSWORD"))),
            Databases =
                database is null ? null
                : database.Value.Length > 0 ? [database, .. Of("mysql", "information_schema", "performance_schema", "sys")]
                : [.. Of("mysql", "information_schema", "performance_schema", "sys")],
        };
    }

    private static StoreAccount Mongo(Workload store)
    {
        var user = StoreSetting.Of(store, "", "MONGO_INITDB_ROOT_USERNAME");
        return new StoreAccount
        {
            Users = user is null || user.Value.Length == 0 ? null : [user],
            Passwords = Of((user, StoreSetting.Of(store, null, "MONGO_INITDB_ROOT_PASSWORD"))),
            HomeOfUsers = "admin",
            // The entry point adds --auth to the server when it is given both.
            Lock =
                Given(store, "MONGO_INITDB_ROOT_PASSWORD") is { } asked
                && (Given(store, "MONGO_INITDB_ROOT_USERNAME") ?? Given(store, "MONGO_INITDB_ROOT_USERNAME_FILE")) is not null
                    ? asked
                    : null,
        };
    }

    private static StoreAccount RabbitMq(Workload store)
    {
        var user = StoreSetting.Of(store, "guest", "RABBITMQ_DEFAULT_USER");
        var password = StoreSetting.Of(store, user?.At is null ? "guest" : null, "RABBITMQ_DEFAULT_PASS");
        // Clients without configuration sign in as guest.
        var isOther = user is { Variable: not null, Value: not "guest" };
        return new StoreAccount
        {
            Users = user is null ? null : [user],
            Passwords = Of((user, password)),
            Lock = isOther && user?.At is { } at ? new Fact<string>("RABBITMQ_DEFAULT_USER", at) : null,
        };
    }

    /// <summary>A server with <c>--requirepass</c> and something after it. Source: Redis documentation, "Security", authentication.</summary>
    private static StoreAccount Redis(Workload store)
    {
        foreach (var command in (store.Start?.Commands ?? []).Where(command => !command.IsConditional))
        {
            for (var at = 0; at + 1 < command.Words.Count; at++)
            {
                if (command.Words[at].Literal is "--requirepass" && IsSet(store, command.Words[at + 1].Raw))
                {
                    return new StoreAccount { Lock = new Fact<string>("--requirepass", command.Words[at].Span) };
                }
            }
        }

        return new StoreAccount();
    }

    /// <summary>A configuration that a file gives it: what the server asks for, whatever the password is.</summary>
    public StoreAccount LockedBy(Fact<string>? asked) => Lock is null && asked is not null ? this with { Lock = asked } : this;

    private static bool IsSet(Workload store, string word) =>
        word.Trim('"', '\'') is { Length: > 0 } text
        && !text.StartsWith("--", StringComparison.Ordinal)
        && !text.Contains(":-}", StringComparison.Ordinal)
        && !store.UnsetVariables.Any(variable => text.Contains(variable.Value, StringComparison.Ordinal));

    private static Fact<string>? Given(Workload store, string variable) =>
        store.Supplied.LastOrDefault(supplied => supplied.Name == variable) is { Value: { Text: not "", Unset.Count: 0 } } given
            ? new Fact<string>(variable, given.Span)
            : null;

    private static IEnumerable<StoreSetting> Of(params string[] names) => names.Select(name => new StoreSetting(name, null, null));

    private static Dictionary<string, StoreSetting> Of(params (StoreSetting? User, StoreSetting? Password)[] pairs)
    {
        Dictionary<string, StoreSetting> known = new(StringComparer.Ordinal);
        foreach (var (user, password) in pairs)
        {
            if (user is { Value.Length: > 0 } && password is { Value.Length: > 0 })
            {
                known[user.Value] = password;
            }
        }

        return known;
    }
}
