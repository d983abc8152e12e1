using System.IO.Enumeration;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>What supervisord starts in a container, by the configuration that stands where it looks.</summary>
/// <remarks>Sources: Supervisor documentation, "Running Supervisor"; the packages "supervisor" of Debian and Alpine for what their own configuration includes.</remarks>
internal static class SupervisedPrograms
{
    private static readonly OptionGrammar Options = new(
        "-c --configuration -u --user -m --umask -d --directory -l --logfile -e --loglevel -j --pidfile"
    );
    private static readonly string[] Searched =
    [
        "supervisord.conf",
        "etc/supervisord.conf",
        "/etc/supervisord.conf",
        "/etc/supervisor/supervisord.conf",
    ];
    private static readonly string[] Packaged = ["/etc/supervisor/conf.d/*.conf", "/etc/supervisor.d/*.ini"];

    public static bool IsSupervisor(string program) => ImagePath.NameOf(program) == "supervisord";

    /// <summary>The programs that are started at once; null when their configuration is not known, or not all of it.</summary>
    /// <param name="words">The command with which supervisord is started.</param>
    public static IReadOnlyList<SupervisorProgram>? Of(
        Deployment deployment,
        Container container,
        IReadOnlyList<ShellWord> words,
        string? directory
    )
    {
        var placed = deployment
            .Of<SupervisorConfig>()
            .SelectMany(config => container.PathsOf(config.File.Path).Select(path => new Placed(path, config)))
            .ToList();
        var given = CommandOptions.Read([.. words.Skip(1)], Options).Value("-c", "--configuration");
        var searched = given is null ? Searched : [given.Literal ?? ""];
        var main = searched
            .Select(path => placed.Find(one => one.Path == ImagePath.Join(directory, path)))
            .FirstOrDefault(found => found is not null);
        if (main is null && given is not null)
        {
            return null;
        }

        var included = main is null
            ? Packaged
            : main.Config.Includes.Select(pattern => ImagePath.Join(ImagePath.Parent(main.Path), pattern.Value)).OfType<string>();
        List<SupervisorConfig> configs =
        [
            .. placed
                .Where(one =>
                    one == main || included.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, one.Path, ignoreCase: false))
                )
                .Select(one => one.Config)
                .Distinct(),
        ];
        return configs.Exists(config => config.Programs.Count > 0) && configs.TrueForAll(config => config.Problems.Count == 0)
            ? [.. configs.SelectMany(config => config.Programs).Where(program => program.IsStarted)]
            : null;
    }

    private sealed record Placed(string Path, SupervisorConfig Config);
}
