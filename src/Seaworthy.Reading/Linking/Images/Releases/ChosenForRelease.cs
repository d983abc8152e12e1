using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>
/// What a stage writes down that was chosen for the release below it: versions of PHP's extensions and of the system's packages, the system's name in an address, tools that newer ones
/// have lost.
/// </summary>
internal static class ChosenForRelease
{
    /// <param name="isOfSystem">The image's own release may stay.</param>
    public static IEnumerable<Fact<string>> Of(ImageStage stage, ImageReference old, ImageReference newer, bool isOfSystem)
    {
        var system = old.EffectiveTag.Split('-').FirstOrDefault(part => EndOfLifeDates.OfSystem(part) is not null);
        var keepsSystem = system is not null && newer.EffectiveTag.Split('-').Contains(system);
        IEnumerable<Fact<string>> ofSystem = keepsSystem ? [] : [.. Packages(stage), .. Named(stage, system), .. Tools(stage)];
        return isOfSystem ? ofSystem : Extensions(stage).Concat(ofSystem);
    }

    /// <summary><c>pecl install xdebug-3.1.6</c>: a version of an extension takes few releases of PHP. <c>--with-jpeg-dir=/usr</c>: from 7.4 on GD asks pkg-config, and is made without what such an option names.</summary>
    /// <remarks>Source: PHP 7.4, UPGRADING, "GD".</remarks>
    private static IEnumerable<Fact<string>> Extensions(ImageStage stage) =>
        from at in stage.Commands
        let program = at.Command.Program
        where program is "pecl" or "docker-php-ext-configure"
        from word in at.Command.Arguments
        let name = word.Literal ?? ""
        where program == "pecl" ? IsVersion(name) : name.Split('=')[0] is "--with-jpeg-dir" or "--with-freetype-dir" or "--with-png-dir"
        select new Fact<string>(name, word.Span);

    private static bool IsVersion(string name) =>
        name.LastIndexOf('-') is > 0 and var dash && dash + 1 < name.Length && char.IsAsciiDigit(name[dash + 1]);

    /// <summary><c>libpq-dev=13.9-0</c>: a system holds one version of each of its packages.</summary>
    private static IEnumerable<Fact<string>> Packages(ImageStage stage) =>
        from at in stage.Commands
        from install in KnownCommand.Of(at.Command).OfType<PackageInstallCommand>()
        where install.Manager is "apt-get" or "apt" or "apk"
        from word in install.Packages
        let name = word.Literal ?? ""
        where name.IndexOf('=', StringComparison.Ordinal) > 0 && !name.Contains('>', StringComparison.Ordinal)
        select new Fact<string>(name, word.Span);

    /// <summary><c>deb http://apt.postgresql.org/pub/repos/apt jessie-pgdg main</c>.</summary>
    private static IEnumerable<Fact<string>> Named(ImageStage stage, string? system) =>
        system is null || !system.All(char.IsAsciiLetter)
            ? []
            :
            [
                .. stage
                    .Commands.SelectMany(at => at.Command.Words)
                    .Where(word => word.Raw.Contains(system, StringComparison.Ordinal))
                    .Select(word => new Fact<string>(system, word.Span)),
            ];

    /// <remarks>Sources: Debian 12 and 13 release notes (apt-key is on its way out, needs GnuPG beside it, and is gone then); setuptools, history, 52.0.0.</remarks>
    private static IEnumerable<Fact<string>> Tools(ImageStage stage) =>
        stage
            .Commands.Where(at => at.Command.Program is "apt-key" or "easy_install")
            .Select(at => new Fact<string>(at.Command.Program, at.Command.Span));
}
