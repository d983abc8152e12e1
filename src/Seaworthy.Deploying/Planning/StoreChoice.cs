using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>What a service keeps.</summary>
internal static class StoreChoice
{
    private static readonly IReadOnlyList<Row> Rows =
    [
        new("postgres", StoreKind.PostgreSql),
        new("pgvector", StoreKind.PostgreSql),
        new("postgis", StoreKind.PostgreSql),
        new("timescale", StoreKind.PostgreSql),
        new("mysql", StoreKind.MySql),
        new("mariadb", StoreKind.MySql),
        new("mongo", StoreKind.MongoDb),
        new("redis", StoreKind.Redis),
        new("valkey", StoreKind.Redis),
    ];

    public static StoreKind Of(Workload workload)
    {
        // It has the image of a database for its client, and keeps nothing of its own.
        if (workload.IsOneShot)
        {
            return StoreKind.None;
        }

        var keepsFiles = workload.Mounts.Any(mount => mount is { Kind: MountKind.Volume, IsReadOnly: false, Source: not null });
        var kind =
            workload.Public is { Role: ImageRole.DataStore or ImageRole.Cache } image
            && Rows.FirstOrDefault(row => image.Name.Contains(row.Image, StringComparison.Ordinal)) is { } row
                ? row.Kind
                : StoreKind.None;
        // A cache without a volume has nothing that would be missed.
        return kind == StoreKind.Redis && !keepsFiles ? StoreKind.None
            : kind == StoreKind.None && keepsFiles ? StoreKind.Files
            : kind;
    }

    private sealed record Row(string Image, StoreKind Kind);
}
