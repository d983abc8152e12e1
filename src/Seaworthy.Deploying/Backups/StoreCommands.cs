using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>How the data of a store is copied, put back, compared and asked, as commands that run inside its container: user, password and name of the database are in its own environment, and stay there.</summary>
public sealed record StoreCommands(StoreKind Kind, string File)
{
    /// <summary>Writes the copy to its standard output.</summary>
    public required string Dump { get; init; }

    /// <summary>Reads the copy from its standard input, into an empty store.</summary>
    public required string Restore { get; init; }

    /// <summary>Ends with 0 when the store answers.</summary>
    public required string Ready { get; init; }

    /// <summary>Prints a line for each table and each index, which is the same for the same content.</summary>
    public required string Compare { get; init; }

    /// <summary>Reads statements from its standard input and prints rows, a line each.</summary>
    public string Client { get; init; } = "false";

    /// <summary>Makes the store empty before it is restored in its place.</summary>
    public string Empty { get; init; } = "true";

    /// <summary>Prepares a scratch container for a restore.</summary>
    public string Prepare { get; init; } = "true";

    /// <summary>What a scratch container runs instead of its own server, as a script; null when its own server is restored into.</summary>
    public string? Scratch { get; init; }

    /// <summary>Prints in a scratch container with what another may follow it.</summary>
    public string Token { get; init; } = "true";

    /// <summary>Makes a store take all from a scratch container in its network, which is how it is restored in its place; null when it reads a copy itself.</summary>
    public string? Follow { get; init; }

    /// <summary>The lines of <see cref="Compare"/> hold what was written too: they are the same in scratch when the store says the same before and after its copy was made.</summary>
    public bool IsExact { get; init; }

    /// <summary>What the commands must know of a container beside its environment, as variables.</summary>
    public Func<ObservedContainer, IReadOnlyDictionary<string, string>> Login { get; init; } = _ => new Dictionary<string, string>();

    /// <summary>How much was compared, by the lines of <see cref="Compare"/>.</summary>
    public Func<IReadOnlyList<string>, int> Count { get; init; } = lines => lines.Count;

    /// <summary>Null for a store that is copied as files.</summary>
    public static StoreCommands? Of(StoreKind kind) =>
        kind switch
        {
            StoreKind.PostgreSql => PostgreSqlCommands.All,
            StoreKind.MySql => MySqlCommands.All,
            StoreKind.MongoDb => MongoCommands.All,
            StoreKind.Redis => RedisCommands.All,
            _ => null,
        };
}
