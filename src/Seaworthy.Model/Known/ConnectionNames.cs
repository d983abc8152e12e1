using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Names of variables that hold the address of a data store with the user and the password in it: <c>postgresql://user:password@host/db</c>.</summary>
/// <remarks>Sources: PostgreSQL manual, "Connection Strings"; MongoDB manual, "Connection Strings"; RabbitMQ, "URI Specification"; RFC 3986, section 3.2.1, "User Information".</remarks>
public static class ConnectionNames
{
    private static readonly FrozenSet<string> Stores = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "DATABASE DB MONGO MONGODB POSTGRES POSTGRESQL PG MYSQL MARIADB REDIS AMQP RABBITMQ RABBIT CLOUDAMQP BROKER SQLALCHEMY NEON COCKROACH".Split(
            ' '
        )
    );

    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["URL", "URI", "DSN"]);

    // What answers there is a page or an interface, or it is only a part of the address.
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["HTTP", "REST", "API", "PUBLIC", "BASE", "ADMIN", "MANAGEMENT", "UI", "WEB", "KAFKA", "MQTT", "VECTOR"]
    );

    /// <summary>Whether a variable of this name usually has a password within its value.</summary>
    public static bool HoldsPassword(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split('_', '-', '.');
        return words.Any(Stores.Contains)
            && !words.Any(Others.Contains)
            && (words.Any(Addresses.Contains) || words is [.., "CONNECTION" or "CONN", "STRING" or "STR"] or [.., "connection", "string"]);
    }
}
