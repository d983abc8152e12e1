using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A move to a supported release as a remedy: what it leads to, and what has to change with it so that the image is built and starts.</summary>
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
            { To: null } => "a release that is supported",
            { IsOfWindows: true, To: { } release } =>
                $"a release that is supported, such as {release.Product} {release.Version}, by a tag of `mcr.microsoft.com/dotnet/{move.Use.Reference.Name}` that names a version of Windows: the plain ones hold Linux alone",
            { Image: { } image, Beside.Count: > 0, To: { } release } =>
                $"a release that is supported, such as {release.Product} {release.Version} (`{image}` in {move.Use.Span})",
            { Image: { } image } => $"a release that is supported, such as `{image}`",
            { IsOfSystem: true, To: { } system } => $"an image upon a release that is supported, such as {system.Product} {system.Version}",
            { To: { } release } => $"a release that is supported, such as {release.Product} {release.Version}",
        };

    /// <summary>What the newer release does not take any more, and this file goes on saying.</summary>
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
            return options.Count > 0 ? $", and take `--{options[0].Name}` out, which that refuses"
                : move.To is { Product: "mariadb", Version: not ['1', '0', '.', ..] } && file.Mentions(MySqlAdmin)
                    ? $", and write `mariadb-admin` for `{MySqlAdmin}`, which that does not have"
                : "";
        }
    }

    private string Template =>
        move.Template is { } template ? $"Write it into {template} as well, if {move.Use.Span.File.Path} is made of that." : "";

    private string Receivers =>
        move.Receivers.Count > 0
            ? $"What is copied from it is linked to its system: that into which it is copied ({Places(move.Receivers)}) must not be of an older one."
            : "";

    /// <summary>Packages that are kept like those of what runs elsewhere: <c># matches composer-2.1.14-airflow-2.5.1</c>.</summary>
    private string Mirrored =>
        move.ExactVersions is { } list && MirroredVersions.In(list) is { } likeness
            ? $"{likeness.Span} says that it is kept like something else (`{likeness.Value}`): move that first, for an image of another release would be no likeness of it."
            : "";

    private string Chosen =>
        move.Chosen.Select(word => $"`{word.Value}` ({word.Span})").Distinct().ToList() is { Count: > 0 } words
            ? $"What was written for the old one has to fit as well: {NameList.Of(words, MostPlaces)}."
            : "";

    private string Source => move.Ended is { Product: "python", Version: ['2', ..] } ? "Port the source to Python 3 first." : "";

    private string Limits =>
        string.Join(
            ' ',
            move.Packages.DistinctBy(package => package.Limit)
                .Select(package =>
                    package.First is { } first
                        ? $"Raise {package.Package.Name} to {first} or later first ({package.Package.Span}){Beside(package)}: what it is now runs on {move.Ended.Product} {package.Limit.Last} at most."
                        : $"Replace {package.Package.Name} first ({package.Package.Span}): it runs on {move.Ended.Product} {package.Limit.Last} at most."
                )
        );

    /// <summary>The parts of Angular are of one release.</summary>
    private static string Beside(LimitedPackage package) =>
        package.Package.Name.StartsWith("@angular-devkit/", StringComparison.Ordinal)
            ? ", with Angular, its CLI and TypeScript, one major release after the other"
            : "";

    private string Asked =>
        move.Pins.Where(pin => !IsLocked(pin)).Select(Quoted).Distinct().ToList() is { Count: > 0 } pins
            ? $"Change with it what asks for another release: {NameList.Of(pins, MostPlaces)}."
            : "";

    private string Locked =>
        move.Pins.Where(IsLocked).Select(Quoted).ToList() is { Count: > 0 } pins
            ? $"Raise first every package of the lock file that excludes it, with what composer.json holds it to: {string.Join(", ", pins.Take(MostPlaces))}{(pins.Count > MostPlaces ? " and others" : "")}."
            : "";

    private string Exact => move.ExactVersions is { } list ? $"Raise with it the versions in {list.Path} that do not install on it." : "";

    private string Absent =>
        string.Join(
            ' ',
            move.AbsentPackages.Select(absent =>
                absent.Instead is { } instead
                    ? $"Write `{instead}` for `{absent.Package.Value}` in {absent.Package.Span}: the system of that has no such package any more."
                    : $"The system of that has no `{absent.Package.Value}` any more ({absent.Package.Span})."
            )
        );

    private string Extensions =>
        string.Join(
            ' ',
            move.LostExtensions.Select(lost =>
                    LostPhpExtensions.IsHeld(lost.Value)
                        ? $"Take `{lost.Value}` out of docker-php-ext-install in {lost.Span}: that release holds it already."
                        : $"Take `{lost.Value}` out of docker-php-ext-install in {lost.Span}, or from PECL: that release has no source of it."
                )
                .Concat(
                    move.BareExtensions.Select(bare =>
                        $"Install `{bare.Headers[0]}` before {bare.Extension.Span}: from PHP 7.4 on {bare.Extension.Value} is not compiled without."
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
            ? "The client libraries of the programs that call it move as well: releases from 8 on take no mapping types, and ask for TLS and a password unless `xpack.security.enabled` is `false`."
        : move.To?.Product == "mongo" && OldMongoShell.IsCalledIn(move.Use.Span.File)
            ? "Call `mongosh` instead of `mongo`, which images from 6.0 on do not have."
        : "";

    private string Data =>
        move.Data is not { } mount ? ""
        : move is { IsOfSystem: true, Ended.Product: "alpine" } ? ""
        : move.IsOfSystem
            ? move.Use.Reference.Name == "postgres"
                    // Source: PostgreSQL documentation, ALTER DATABASE, REFRESH COLLATION VERSION.
                    ? "Reindex its databases after that (`REINDEX DATABASE`): another C library sorts text otherwise."
                : ""
        : move.Use.Reference.Name == "elasticsearch"
            ? $"Bring the data along ({mount.Span}): take a snapshot before, and restore or reindex it after. Kibana and its like move to the same release."
        : $"Bring the data along ({mount.Span}): dump it before, and restore the dump into a new volume.";

    /// <summary>Whether everything that is installed upon a base takes the newer one, no file tells.</summary>
    private string Trial =>
        move is { To: not null, Use.IsBase: true }
            ? "Build it and run its tests upon that before it ships: what it pins or installs for the old one may have to move with it."
            : "";

    private static bool IsLocked(RuntimeRequirement pin) => pin.Span.File.Name == "composer.lock";

    private static string Quoted(RuntimeRequirement pin) => $"{pin.Span} (`{pin.Version}`)";

    private static string Places(IReadOnlyList<SourceSpan> spans) =>
        spans.Select(span => span.ToString()).Distinct().ToList() is [.. { Count: > 0 } all, var last]
            ? $"{string.Join(", ", all)} and {last}"
            : $"{spans[0]}";
}
