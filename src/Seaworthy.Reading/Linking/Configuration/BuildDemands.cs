using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Linking.Values;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Commands of Django that images run while they are built, held against the variables without which its settings do not load.</summary>
/// <remarks>
/// Sources: Django documentation, "Settings", "Designating the settings", and "django-admin and manage.py"; python-decouple, environs and django-environ, the exceptions they
/// raise where a variable has no default.
/// </remarks>
internal sealed partial class BuildDemands(Deployment deployment, CodeModules modules)
{
    private const int FileLimit = 200;

    // They do without the settings.
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "help",
        "version",
        "makemessages",
        "startapp",
        "startproject",
    };

    // What else begins a command may give it variables.
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "env", "uv", "poetry", "pipenv" };

    private static readonly HashSet<string> Setters = new(StringComparer.Ordinal) { ".", "source", "eval", "export" };

    public static IReadOnlyList<BuildDemand> Link(Deployment deployment, CodeModules modules)
    {
        BuildDemands demands = new(deployment, modules);
        return
        [
            .. deployment
                .Images.SelectMany(image =>
                    image.Stages.SelectMany(
                        stage => stage.Commands,
                        (stage, command) =>
                            new
                            {
                                Image = image,
                                Stage = stage,
                                Command = command,
                            }
                    )
                )
                .DistinctBy(found => new { found.Image.Dockerfile.File.Path, found.Command.Command.Span })
                .Select(found => demands.Of(found.Image, found.Stage, found.Command))
                .OfType<BuildDemand>(),
        ];
    }

    private BuildDemand? Of(Image image, ImageStage stage, StageCommand command)
    {
        if (
            !command.IsDemanded
            || KnownCommand.Of(command.Command).OfType<ProgramCommand>().FirstOrDefault(IsDjango) is not { File.Literal: { } name } program
            || IsGivenOtherwise(stage, command)
            || ImagePath.Join(command.Directory, name) is not { } path
            || command.Before.Find(path) is not { Presence: Presence.Present, Actual: { } source }
            || deployment.At<CodeFile>(source) is not { } start
            || SettingsModule(stage, command, program, start) is not { } module
            || modules.Find(start, module) is not [var settings]
            || !Has(command, settings)
        )
        {
            return null;
        }

        var loaded = Loaded(command, start, settings);
        if (loaded.Exists(file => SetsAny().IsMatch(file.File.Text)))
        {
            return null;
        }

        var loads =
            loaded.Exists(file => LoadsEnvFile().IsMatch(file.File.Text)) || CommandLine.Of(command.Command).Wrappers.Contains("pipenv");
        if (loads && EnvFileReach.IsNamed(image.Dockerfile.File.Text))
        {
            return null;
        }

        var (isClosed, keptOut) = loads ? EnvFileReach.Closed(image, EnvFiles(image, start, loaded)) : (true, null);
        return new BuildDemand(
            image,
            command.Command.Span,
            command.Command.Text,
            settings.File.Path,
            Missing(stage, command, loaded, loads)
        )
        {
            IsClosed = isClosed,
            LoadsEnvFile = loads,
            KeptOut = keptOut,
            CheckedOut = EnvFileReach.CheckedOut(deployment, image),
        };
    }

    private static bool IsDjango(ProgramCommand program) =>
        program is { Runtime: "python", Verb: { } verb, File.Literal: { } file }
        && ImagePath.NameOf(file) == "manage.py"
        && verb is not ['-', ..]
        && !Idle.Contains(verb);

    /// <summary>Means whose effect is unknown: a third-party base image, secrets of the builder, files that the shell sources, programs that start others with variables.</summary>
    private static bool IsGivenOtherwise(ImageStage stage, StageCommand command) =>
        stage.PublicBase is null
        || command.Run.Mounts.Any(mount => mount.Type == "secret")
        || command.Run.Command.Commands.Any(other => Setters.Contains(other.Program))
        || command.Command.Text.Contains("--env-file", StringComparison.Ordinal)
        || CommandLine.Of(command.Command).Wrappers.Any(wrapper => !Wrappers.Contains(wrapper));

    private static string? SettingsModule(ImageStage stage, StageCommand command, ProgramCommand program, CodeFile start)
    {
        var words = program.Arguments.ToList();
        var option = words.FindIndex(word => word.Raw.StartsWith("--settings", StringComparison.Ordinal));
        if (option >= 0)
        {
            return words[option].Literal is { } text && text.Contains('=', StringComparison.Ordinal)
                    ? text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]
                : option + 1 < words.Count ? words[option + 1].Literal
                : null;
        }

        if (
            CommandLine.Of(command.Command).Environment.LastOrDefault(assignment => assignment.Name == DjangoSettings.ModuleVariable) is
            { } assigned
        )
        {
            return assigned.Value?.Literal;
        }

        return stage.Declared.FindVariable(DjangoSettings.ModuleVariable, command.Run) switch
        {
            DockerInstruction.Env env => env.Value.Literal,
            not null => null,
            _ => start.Settings.Where(setting => setting.Name == "django.settingsModule").ToList() is [{ Value: CodeValue.Literal written }]
                ? written.Text
                : null,
        };
    }

    private static bool Has(StageCommand command, CodeFile file) => command.Before.PathsOf(file.File.Path).Any();

    /// <summary>What runs in any case before the command does something: the settings, the packages they lie in, and what those import at the beginning of a line.</summary>
    private List<CodeFile> Loaded(StageCommand command, CodeFile start, CodeFile settings)
    {
        Stack<CodeFile> open = new([start, .. Packages(start, settings), settings]);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<CodeFile> loaded = [];
        while (open.TryPop(out var file) && loaded.Count < FileLimit)
        {
            if (file.Language == Language.Python && seen.Add(file.File.Path) && Has(command, file))
            {
                loaded.Add(file);
                file.Imports.Where(import => !import.IsOptional && import.Span.File.Lines.TextOf(import.Span.StartLine) is ['i' or 'f', ..])
                    .SelectMany(import => modules.Find(file, import.Module, import.Name))
                    .ToList()
                    .ForEach(open.Push);
            }
        }

        return loaded;
    }

    private IEnumerable<CodeFile> Packages(CodeFile start, CodeFile settings) =>
        RepositoryPath
            .Ancestors(settings.File.Directory)
            .TakeWhile(directory => directory != start.File.Directory && directory.Length > 0)
            .Select(directory => deployment.At<CodeFile>(directory + "/__init__.py"))
            .OfType<CodeFile>();

    /// <summary>One read for each variable that neither the Dockerfile, the command, the source itself nor an env file of the image gives.</summary>
    private List<EnvironmentRead> Missing(ImageStage stage, StageCommand command, List<CodeFile> loaded, bool loadsEnvFile) =>
        [
            .. loaded
                .SelectMany(file => file.EnvironmentReads)
                .Where(read =>
                    read.StopsLoading
                    && !AmbientVariables.IsPresent(read.Name)
                    && stage.Declared.FindVariable(read.Name, command.Run) is null
                    && stage.Declared.FindVariable(read.Name + "_FILE", command.Run) is null
                    && !command.Run.Span.Text.Contains(read.Name, StringComparison.Ordinal)
                    && !loaded.Exists(file => Sets(file, read.Name))
                    && !(loadsEnvFile && IsInEnvFile(command, loaded, read.Name))
                )
                .DistinctBy(read => read.Name),
        ];

    private static bool Sets(CodeFile file, string name) =>
        file.Settings.Any(setting => setting.Name == PythonEnvironment.Written + name)
        || file.File.Text.Contains($"environ.setdefault(\"{name}\"", StringComparison.Ordinal)
        || file.File.Text.Contains($"environ.setdefault('{name}'", StringComparison.Ordinal);

    // A template lies there for people, unless the source names it.
    private bool IsInEnvFile(StageCommand command, List<CodeFile> loaded, string name) =>
        deployment
            .Of<EnvFile>()
            .Any(file =>
                file.Find(name) is not null
                && (!file.IsTemplate || loaded.Exists(code => code.File.Text.Contains(file.File.Name, StringComparison.Ordinal)))
                && command.Before.PathsOf(file.File.Path).Any()
            )
        || deployment.Tree.Files.Any(file =>
            file.Path.EndsWith("settings.ini", StringComparison.Ordinal) && command.Before.PathsOf(file.Path).Any()
        );

    /// <summary>Where the settings may find env files that no clone has: beside the program or above it, and where the repository has a template. Null when their names are computed.</summary>
    private List<string>? EnvFiles(Image image, CodeFile start, List<CodeFile> loaded)
    {
        var names = loaded
            .SelectMany(file => EnvFileName().Matches(file.File.Text))
            .Select(match => match.Groups["name"].Value)
            .Append(".env")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var context = image.Build.Context ?? "";
        return names.Exists(name => name.Contains('{', StringComparison.Ordinal) || name is [.., '.'])
            ? null
            :
            [
                .. RepositoryPath
                    .Ancestors(start.File.Directory)
                    .Concat(deployment.Of<EnvFile>().Select(file => file.File.Directory))
                    .Where(directory => context.Length == 0 || RepositoryPath.Inside(context, directory) is not null)
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(directory => names.Select(name => RepositoryPath.Join(directory, name)))
                    .OfType<string>()
                    .Where(path => !deployment.Tree.HasFile(path)),
            ];
    }

    // environ.Env.read_env(), load_dotenv(), and the libraries that look for the file by themselves.
    [GeneratedRegex("""dotenv|read_env|decouple|dynaconf|env_file""")]
    private static partial Regex LoadsEnvFile();

    // os.environ.update(…), os.environ[name] = …: of variables that are not named. Prefixes and late checks of the libraries.
    [GeneratedRegex("""environ\.update|environ\[[^'"\]]+\]\s*=[^=]|environ\s*\|=|putenv|eager\s*=\s*False|\.prefix\s*=""")]
    private static partial Regex SetsAny();

    [GeneratedRegex("""['"/](?<name>\.env[\w.{}-]*)""")]
    private static partial Regex EnvFileName();
}
