using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The remedy that moves to a supported release: the target, and what has to change with it so that the image builds and starts.</summary>
internal sealed class ReleaseMoveWords(ReleaseMove move)
{
    private const int MostPlaces = 3;
    private const string MySqlAdmin = "mysqladmin";

    /// <param name="places">Where the image is named.</param>
    public string Of(IReadOnlyList<SourceSpan> places) =>
        string.Join(
            ' ',
            new[]
            {
                $"Move {Places([.. places.Concat(move.Beside)])} to {Target}{OptionsBesides}.",
                Template,
                Mirrored,
                Receivers,
                Source,
                Limits,
                Asked,
                Locked,
                Exact,
                Chosen,
                Absent,
                Extensions,
                Ports,
                Client,
                Data,
                Trial,
            }.Where(sentence => sentence.Length > 0)
        );

    private string Target =>
        move switch
        {
            { To: null } => "a supported release",
            { IsOfWindows: true, To: { } release } =>
                $"a supported release, such as {release.Product} {release.Version}, with a tag of `mcr.microsoft.com/dotnet/{move.Use.Reference.Name}` that names a version of Windows: plain tags are Linux only",
            { Image: { } image, Beside.Count: > 0, To: { } release } =>
                $"a supported release, such as {release.Product} {release.Version} (`{image}` in {move.Use.Span})",
            { Image: { } image } => $"a supported release, such as `{image}`",
            { IsOfSystem: true, To: { } system } => $"an image on a supported release, such as {system.Product} {system.Version}",
            { To: { } release } => $"a supported release, such as {release.Product} {release.Version}",
        };

    /// <summary>Options in this file that the newer release rejects.</summary>
    private string OptionsBesides
    {
        get
        {
            var file = move.Use.Span.File;
            var version = move.To?.Version ?? "";
            var options = ImageReference.Parse($"{move.Use.Reference.Repository}:{version}") is { } newer
                ? RemovedOptions.Of(newer).Where(option => file.Mentions($"--{option.Name}")).ToList()
                : [];
            // Source: MariaDB/mariadb-docker, issue 512: images from 11 on have the programs under MariaDB's own names only.
            return options.Count > 0 ? $", and remove `--{options[0].Name}`, which that release rejects"
                : move.To is { Product: "mariadb", Version: not ['1', '0', '.', ..] } && file.Mentions(MySqlAdmin)
                    ? $", and write `mariadb-admin` for `{MySqlAdmin}`, which that release does not have"
                : "";
        }
    }

    private string Template =>
        move.Template is { } template ? $"Change {template} as well, if {move.Use.Span.File.Path} is generated from it." : "";

    private string Receivers =>
        move.Receivers.Count > 0
            ? $"Files copied from it are linked to its system: the images that receive them ({Places(move.Receivers)}) must not be older."
            : "";

    /// <summary>Packages that mirror those of something that runs elsewhere: <c># matches composer-2.1.14-airflow-2.5.1</c>.</summary>
    private string Mirrored =>
        move.ExactVersions is { } list && MirroredVersions.In(list) is { } likeness
            ? $"{likeness.Span} says that it mirrors something else (`{likeness.Value}`): update that first."
            : "";

    private string Chosen =>
        move.Chosen.Select(word => $"`{word.Value}` ({word.Span})").Distinct().ToList() is { Count: > 0 } words
            ? $"Adapt values written for the old release: {NameList.Of(words, MostPlaces)}."
            : "";

    private string Source => move.Ended is { Product: "python", Version: ['2', ..] } ? "Port the source to Python 3 first." : "";

    private string Limits =>
        string.Join(
            ' ',
            move.Packages.DistinctBy(package => package.Limit)
                .Select(package =>
                    package.First is { } first
                        ? $"Raise {package.Package.Name} to {first} or later first ({package.Package.Span}){Beside(package)}: the current version supports {move.Ended.Product} {package.Limit.Last} at most."
                        : $"Replace {package.Package.Name} first ({package.Package.Span}): it supports {move.Ended.Product} {package.Limit.Last} at most."
                )
        );

    /// <summary>The parts of Angular are of one release.</summary>
    private static string Beside(LimitedPackage package) =>
        package.Package.Name.StartsWith("@angular-devkit/", StringComparison.Ordinal)
            ? ", with Angular, its CLI and TypeScript, one major release after the other"
            : "";

    private string Asked =>
        move.Pins.Where(pin => !IsLocked(pin)).Select(Quoted).Distinct().ToList() is { Count: > 0 } pins
            ? $"Change the other version requirements too: {NameList.Of(pins, MostPlaces)}."
            : "";

    private string Locked =>
        move.Pins.Where(IsLocked).Select(Quoted).ToList() is { Count: > 0 } pins
            ? $"First raise every package of the lock file that excludes it, and its constraint in composer.json: {string.Join(", ", pins.Take(MostPlaces))}{(pins.Count > MostPlaces ? " and others" : "")}."
            : "";

    private string Exact => move.ExactVersions is { } list ? $"Raise the versions in {list.Path} that do not install on it." : "";

    private string Absent =>
        string.Join(
            ' ',
            move.AbsentPackages.Select(absent =>
                absent.Instead is { } instead
                    ? $"Write `{instead}` for `{absent.Package.Value}` in {absent.Package.Span}: its system no longer has that package."
                    : $"Its system no longer has `{absent.Package.Value}` ({absent.Package.Span})."
            )
        );

    private string Extensions =>
        string.Join(
            ' ',
            move.LostExtensions.Select(lost =>
                    LostPhpExtensions.IsHeld(lost.Value)
                        ? $"Remove `{lost.Value}` from docker-php-ext-install in {lost.Span}: that release includes it."
                        : $"Remove `{lost.Value}` from docker-php-ext-install in {lost.Span}, or install it from PECL: that release has no source for it."
                )
                .Concat(
                    move.BareExtensions.Select(bare =>
                        $"Install `{bare.Headers[0]}` before {bare.Extension.Span}: PHP 7.4 and later cannot compile {bare.Extension.Value} without it."
                    )
                )
        );

    private string Ports =>
        move.OldPorts.Select(place => place.ToString()).Distinct().ToList() is { Count: > 0 } places
            ? $"Images from 8 on listen on 8080: set `ASPNETCORE_HTTP_PORTS=80` in {move.Use.Span.File.Path}, or change {NameList.Of(places, MostPlaces)}."
            : "";

    // Source: docker-library/docs, pull request 2183: `mongo` was removed in 6.0.
    // Source: Elasticsearch 8.0, "Migrating to 8.0": no mapping types, and security is switched on by default.
    private string Client =>
        move is { IsOfSystem: false, Ended.Product: "elasticsearch" }
            ? "Update the client libraries as well: Elasticsearch 8 and later have no mapping types, and require TLS and a password unless `xpack.security.enabled` is `false`."
        : move.To?.Product == "mongo" && OldMongoShell.IsCalledIn(move.Use.Span.File)
            ? "Call `mongosh` instead of `mongo`, which images since 6.0 do not have."
        : "";

    private string Data =>
        move.Data is not { } mount ? ""
        : move is { IsOfSystem: true, Ended.Product: "alpine" } ? ""
        : move.IsOfSystem
            ? move.Use.Reference.Name == "postgres"
                    // Source: PostgreSQL documentation, ALTER DATABASE, REFRESH COLLATION VERSION.
                    ? "Then reindex its databases (`REINDEX DATABASE`): another C library sorts text differently."
                : ""
        : move.Use.Reference.Name == "elasticsearch"
            ? $"Migrate the data ({mount.Span}): take a snapshot before, and restore or reindex it after. Move Kibana to the same release."
        : $"Migrate the data ({mount.Span}): dump it before, and restore the dump into a new volume.";

    /// <summary>No file shows whether everything that is installed on a base supports the newer one.</summary>
    private string Trial =>
        move is { To: not null, Use.IsBase: true }
            ? "Build and test on it before you ship: pinned or installed packages may have to move with it."
            : "";

    private static bool IsLocked(RuntimeRequirement pin) => pin.Span.File.Name == "composer.lock";

    private static string Quoted(RuntimeRequirement pin) => $"{pin.Span} (`{pin.Version}`)";

    private static string Places(IReadOnlyList<SourceSpan> spans) =>
        spans.Select(span => span.ToString()).Distinct().ToList() is [.. { Count: > 0 } all, var last]
            ? $"{string.Join(", ", all)} and {last}"
            : $"{spans[0]}";
}
