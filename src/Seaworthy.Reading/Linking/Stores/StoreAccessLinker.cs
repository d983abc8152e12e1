using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Addresses of data stores in variables, held against the users, passwords and databases that those stores are made with.</summary>
internal sealed class StoreAccessLinker
{
    // These ask for a database of the server itself, and make their own when it is not there.
    private static readonly string[] Makers =
    [
        "prisma",
        "@prisma/client",
        "rails",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Relational",
        "Npgsql.EntityFrameworkCore.PostgreSQL",
        "Pomelo.EntityFrameworkCore.MySql",
        "typeorm-extension",
        "sqlalchemy-utils",
    ];

    private static readonly string[] Environments = ["prod", "production", "dev", "development", "test", "staging"];

    // What of a package's name tells that it may speak to Redis: clients, queues, caches, sessions, frameworks that bring one.
    private static readonly string[] OfRedis =
    [
        "redis",
        "valkey",
        "bull",
        "queue",
        "kue",
        "resque",
        "agenda",
        "cache",
        "keyv",
        "session",
        "strapi",
        "directus",
        "payload",
        "medusa",
        "socket.io",
        "graphql",
        "moleculer",
        "adonis",
        "workspace",
    ];

    private static readonly string[] OwnHosts =
    [
        "POSTGRES_HOST",
        "PGHOST",
        "MYSQL_HOST",
        "MARIADB_HOST",
        "MONGO_HOST",
        "REDIS_HOST",
        "DATABASE_URL",
    ];

    private readonly Deployment deployment;
    private readonly StoreScripts scripts;
    private readonly Lazy<IReadOnlyList<string>> creators;
    private readonly ILookup<object, IReadOnlyList<SuppliedVariable>> unread;

    private StoreAccessLinker(Deployment deployment)
    {
        this.deployment = deployment;
        scripts = new StoreScripts(deployment);
        unread = deployment.Variables.ToLookup(
            object (variables) => variables.Workload,
            variables => variables.Unread,
            ReferenceEqualityComparer.Instance
        );
        creators = new(Creators);
    }

    public static IReadOnlyList<StoreAccess> Link(Deployment deployment)
    {
        StoreAccessLinker linker = new(deployment);
        return
        [
            .. deployment
                .Endpoints.Where(use => use is { Origin: EndpointOrigin.EnvironmentVariable, Answer: HostAnswer.Workload })
                .Select(linker.Of)
                .OfType<StoreAccess>(),
        ];
    }

    /// <summary>What scripts of PostgreSQL create when the volume is empty, after its image has created a database of its own.</summary>
    public static IReadOnlyList<CreatedDatabase> Created(Deployment deployment)
    {
        StoreScripts scripts = new(deployment);
        return
        [
            .. from store in deployment.Workloads
            where store.Public?.Name is "postgres" or "timescale/timescaledb"
            let made = StoreAccount.Of(store)?.Databases?[0]
            where made is not null
            from script in scripts.Of(store)
            from created in script.Databases
            select new CreatedDatabase(store, created, made.Value, made.At),
        ];
    }

    private StoreAccess? Of(EndpointUse use)
    {
        if (
            use is not { Caller: { } caller, Callee: { } store }
            || StoreAccount
                .Of(store)
                ?.LockedBy(RedisPlaces.Of(deployment, store).Select(placed => placed.File.RequirePass).FirstOrDefault())
                is not { } account
            || caller.Supplied.LastOrDefault(variable => variable.Name == use.Variable) is not { } address
            || use.IsUnread
            || IsOfAnother(caller, address)
        )
        {
            return null;
        }

        var signIn = StoreSignIn.Of(
            caller,
            address,
            name => !unread[caller].Any(names => names.Any(variable => variable.Name == name)) && IsMentioned(caller, name)
        );
        List<StoreDifference?> parts =
        [
            .. StoreEncryption.Of(caller, store, address),
            .. Credentials(caller, store, signIn, account, address),
            .. User(store, signIn, account),
            .. Password(signIn, account),
            .. Database(caller, store, signIn, account, address),
            .. AuthenticationDatabase(store, signIn, account, address),
        ];
        return new StoreAccess(caller, store, address)
        {
            Differences = [.. parts.OfType<StoreDifference>()],
            IsRead = use.IsRead,
            IsKnown = parts.Count > 0,
        };
    }

    // Each of these answers with nothing where a side is unknown, and with null where both agree.
    private IEnumerable<StoreDifference?> Credentials(
        Workload caller,
        Workload store,
        StoreSignIn signIn,
        StoreAccount account,
        SuppliedVariable address
    )
    {
        if (account.Lock is { } asked && address.Value.Outline?.Contains("://", StringComparison.Ordinal) == true)
        {
            yield return !signIn.IsBare
                ? null
                : new StoreDifference(StorePart.Credentials, null, asked.Value, address.Span, asked.Span)
                {
                    UndecidedBecause =
                        GivenBeside(caller, store, address)
                        ?? caller.SuppliesMoreBecause
                        ?? NotStarted(caller)
                        ?? WithoutClient(caller, store),
                };
        }
    }

    /// <summary>An env file holds names that this program's own source does not have, which reads those of the store instead: <c>POSTGRES_HOST</c>, and not <c>DB_HOST</c>.</summary>
    private static bool IsOfAnother(Workload caller, SuppliedVariable address)
    {
        if (address.Origin != SupplyOrigin.EnvFile)
        {
            return false;
        }

        var code = caller.Components.SelectMany(component => component.Code).ToList();
        return code.SelectMany(file => file.EnvironmentReads).Any(read => Array.Exists(OwnHosts, name => name == read.Name))
            && !code.Exists(file => file.File.Text.Contains(address.Name, StringComparison.Ordinal));
    }

    /// <summary>In JavaScript nothing puts names of variables together: what its source does not have, nobody there reads.</summary>
    private static bool IsMentioned(Workload caller, string name)
    {
        var code = caller.Components.SelectMany(component => component.Code).ToList();
        return code.Count == 0
            || code.Exists(file => file.Language is not (Language.JavaScript or Language.TypeScript))
            || code.Exists(file => file.File.Text.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>The image of the caller lacks the program that it starts, which is reported: nothing signs in.</summary>
    private string? NotStarted(Workload caller) =>
        deployment.StartupOf(caller) is { } startup && ProgramUse.MissingIn(startup, deployment) is { } missing
            ? $"the image of {caller.Name} has no `{missing.Program}`"
            : null;

    /// <summary>A program in JavaScript names its packages: without one that speaks to Redis nothing connects.</summary>
    private static string? WithoutClient(Workload caller, Workload store)
    {
        var manifests = caller.Components.SelectMany(component => component.Manifests).OfType<PackageJson>().ToList();
        return
            (store.Public?.Name is "redis" or "valkey/valkey")
            && manifests.Count > 0
            && caller.Components.All(component => component.Language is Language.JavaScript or Language.TypeScript)
            && !manifests
                .SelectMany(manifest => manifest.Dependencies)
                .Any(dependency => Array.Exists(OfRedis, word => dependency.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            ? $"no manifest of {caller.Name} names a client of Redis"
            : null;
    }

    /// <summary>Another variable of the caller may hold what the address lacks.</summary>
    private static string? GivenBeside(Workload caller, Workload store, SuppliedVariable address)
    {
        var words = store.Public?.Name switch
        {
            "mongo" => (string[])["MONGO", "DB", "DATABASE"],
            "rabbitmq" => ["RABBIT", "AMQP", "MQ", "BROKER", "QUEUE"],
            _ => ["REDIS", "VALKEY", "CACHE", "KV", "BROKER", "QUEUE"],
        };
        return
            caller
                .Supplied.Where(variable => variable.Name != address.Name)
                .Select(variable => variable.Name.ToUpperInvariant())
                .FirstOrDefault(name =>
                    words.Any(word => name.Contains(word, StringComparison.Ordinal))
                    && (
                        name.Contains("PASS", StringComparison.Ordinal)
                        || name.Contains("PWD", StringComparison.Ordinal)
                        || name.Contains("USER", StringComparison.Ordinal)
                        || name.Contains("AUTH", StringComparison.Ordinal)
                    )
                )
                is { } name
            ? $"{caller.Name} also sets {name}"
            : null;
    }

    private IEnumerable<StoreDifference?> User(Workload store, StoreSignIn signIn, StoreAccount account)
    {
        if (signIn.User is { } user && account.Users is { } users)
        {
            yield return users.Any(known => known.Value == user.Value)
                ? null
                : new StoreDifference(StorePart.User, user.Value, users[0].ToString(), user.Span, users[0].At)
                {
                    UndecidedBecause = MadeBy(store, user.Value),
                };
        }
    }

    private static IEnumerable<StoreDifference?> Password(StoreSignIn signIn, StoreAccount account)
    {
        if (signIn is { User: { } user, Password: { } given } && account.Passwords.TryGetValue(user.Value, out var made))
        {
            yield return made.Value == given.Value
                ? null
                : new StoreDifference(StorePart.Password, null, made.Variable, given.Span, made.At)
                {
                    UndecidedBecause =
                        SecretNames.AsksForAnother(given.Value) || SecretNames.AsksForAnother(made.Value)
                            ? "the value is a placeholder"
                            : null,
                };
        }
    }

    private IEnumerable<StoreDifference?> Database(
        Workload caller,
        Workload store,
        StoreSignIn signIn,
        StoreAccount account,
        SuppliedVariable address
    )
    {
        if (signIn.Database is { } database && account.Databases is { } databases)
        {
            yield return databases.Any(known => known.Value == database.Value)
            || scripts.Make(store, database.Value)
            || (MakesItself.Asks(caller, address) && signIn.User is { Value: "root" })
                ? null
                : new StoreDifference(StorePart.Database, database.Value, databases[0].ToString(), database.Span, databases[0].At)
                {
                    UndecidedBecause =
                        MadeBy(store, database.Value)
                        ?? MadeBy(caller)
                        ?? Completed(databases.Select(known => known.Value), database.Value)
                        ?? (
                            signIn.User is null && MakesItself.Asks(caller, address)
                                ? $"the address requests its creation, and the rights of the user are unknown"
                                : null
                        ),
                };
        }
    }

    /// <summary>What Sequelize's configuration does for each environment: <c>process.env.DB_NAME + '_prod'</c>.</summary>
    private static string? Completed(IEnumerable<string> made, string given) =>
        made.Any(name => Environments.Any(word => name == $"{given}_{word}" || name == $"{given}-{word}"))
            ? "the program may append its environment to the name"
            : null;

    private IEnumerable<StoreDifference?> AuthenticationDatabase(
        Workload store,
        StoreSignIn signIn,
        StoreAccount account,
        SuppliedVariable address
    )
    {
        if (
            account is { HomeOfUsers: { } home, Users: { } users }
            && signIn is { IsWhole: true, User: { } user, Database: { } asked }
            && users.Any(known => known.Value == user.Value)
        )
        {
            yield return (signIn.AuthenticationSource ?? asked.Value) == home
                ? null
                : new StoreDifference(
                    StorePart.AuthenticationDatabase,
                    signIn.AuthenticationSource ?? asked.Value,
                    home,
                    address.Span,
                    null
                )
                {
                    UndecidedBecause = Scripts(store, user.Value),
                };
        }
    }

    /// <summary>Something of the repository that may make a database or user of this name.</summary>
    private string? MadeBy(Workload store, string name) =>
        Scripts(store, name)
        ?? creators
            .Value.Select(text => text.Contains(name, StringComparison.OrdinalIgnoreCase) ? "a script may create it" : null)
            .FirstOrDefault(why => why is not null);

    private string? Scripts(Workload store, string name) =>
        scripts.MayMake(store, name)
        ?? (IsServer(store.Start) ? null : $"{store.Name} has its own command")
        // RabbitMQ loads users and rights from its configuration as well.
        ?? (
            store.Mounts.FirstOrDefault(mount => mount.Path.StartsWith("/etc/rabbitmq", StringComparison.Ordinal)) is { } mounted
                ? $"{mounted.Source} configures it"
                : null
        );

    /// <summary>The image's own start, or its server with other flags: before both, its entry point makes what its variables say.</summary>
    private static bool IsServer(ProcessStart? start) =>
        start is null
        || start.Commands.All(command =>
            command.Program is "postgres" or "mysqld" or "mariadbd" or "mongod" or "rabbitmq-server" or ['-', ..]
        );

    /// <summary>Programs that make their own database: by what they depend on, or because nobody here knows them.</summary>
    private static string? MadeBy(Workload caller) =>
        caller.Image is null ? $"{caller.Name} may create it"
        : caller
            .Components.SelectMany(component => component.Manifests.OfType<Manifest>())
            .SelectMany(manifest => manifest.Dependencies)
            .Select(dependency => dependency.Name)
            .FirstOrDefault(name => Makers.Contains(name, StringComparer.OrdinalIgnoreCase))
            is { } maker
            ? $"{maker} creates the database if it is missing"
        : caller.Components.Count == 0 ? $"the source of {caller.Name} was not found"
        : null;

    /// <summary>The texts that make databases or users, whatever runs them.</summary>
    private IReadOnlyList<string> Creators() =>
        [
            .. deployment
                .Artifacts.Where(artifact => artifact is not SecretFile)
                .Select(artifact => artifact.File)
                .Distinct()
                .Select(file => file.Text)
                .Where(text =>
                    text.Contains("CREATE DATABASE", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("CREATE USER", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("CREATE ROLE", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("createdb", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("create_database", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("createUser", StringComparison.Ordinal)
                    || text.Contains("add_user", StringComparison.Ordinal)
                ),
        ];
}
