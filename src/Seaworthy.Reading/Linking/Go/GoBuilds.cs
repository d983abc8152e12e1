using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;

namespace Seaworthy.Reading.Linking.Go;

/// <summary>The programs that an image's build compiles: <c>go build -o /app ./cmd/server</c>. Of a workspace of many it often holds all the sources and one program.</summary>
/// <remarks>Source: <c>go help build</c>, <c>go help packages</c>.</remarks>
internal static class GoBuilds
{
    private const string Main = "main.go";

    private static readonly string[] OptionsWithValue =
    [
        "-o",
        "-C",
        "-p",
        "-asmflags",
        "-buildmode",
        "-buildvcs",
        "-compiler",
        "-covermode",
        "-coverpkg",
        "-gccgoflags",
        "-gcflags",
        "-installsuffix",
        "-ldflags",
        "-mod",
        "-modfile",
        "-overlay",
        "-pgo",
        "-pkgdir",
        "-tags",
        "-toolexec",
    ];

    /// <summary>The main files, as paths of the repository; empty when none is known.</summary>
    public static IReadOnlyList<string> Mains(StageVariables variables, IReadOnlyList<ImageStage> stages) =>
        [
            .. (
                from stage in stages
                from command in stage.Commands
                where
                    command is { Directory: not null, Command.Program: "go" }
                    && command.Command.Words.Skip(1).FirstOrDefault()?.Literal is "build" or "install"
                from package in Packages(command.Command)
                let path = Path(package, name => variables.Value(name, stage.Declared, command.Run))
                where path is not null
                select MainAt(command, path)
            )
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The components of an image without the programs that are beside the one that is built.</summary>
    public static IReadOnlyList<Component> Narrow(IReadOnlyList<Component> components, IReadOnlyList<string> built)
    {
        return components.Any(IsBuilt) ? [.. components.Where(component => !HasMain(component) || IsBuilt(component))] : components;

        bool IsBuilt(Component component) => component.Code.Any(file => built.Contains(file.File.Path));
    }

    public static bool HasMain(Component component) => component.Code.Any(file => file.Language == Language.Go && file.File.Name == Main);

    /// <summary>Without a package, the one of the working directory is built.</summary>
    private static IEnumerable<ShellWord?> Packages(ShellCommand command)
    {
        List<ShellWord?> packages = [];
        for (var at = 2; at < command.Words.Count; at++)
        {
            if (command.Words[at].Raw is ['-', ..] option)
            {
                at += OptionsWithValue.Contains(option) ? 1 : 0;
            }
            else
            {
                packages.Add(command.Words[at]);
            }
        }

        return packages.Count > 0 ? packages : [null];
    }

    /// <summary>The directories of single packages that a command compiles, as written: none for patterns, files and packages of others.</summary>
    public static IEnumerable<string> Directories(ShellCommand command) =>
        command.Words.Skip(1).FirstOrDefault()?.Literal is "build" or "install"
        && !command.Words.Any(word => word.Prefix.StartsWith("-C", StringComparison.Ordinal))
            ? Packages(command)
                .Select(package => package is null ? "." : package.Literal)
                .OfType<string>()
                .Where(path =>
                    path is "." or ['.', '/', ..]
                    && !path.Contains("...", StringComparison.Ordinal)
                    && !path.EndsWith(".go", StringComparison.Ordinal)
                )
            : [];

    private static string? Path(ShellWord? package, Func<string, string?> value)
    {
        if (package is null)
        {
            return ".";
        }

        var parts = package.Parts.Select(part =>
            part.Kind switch
            {
                ShellPartKind.Literal => part.Text,
                ShellPartKind.Variable => value(part.Text) ?? part.Default,
                _ => null,
            }
        );
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    private static string? MainAt(StageCommand command, string package)
    {
        var path = package.EndsWith(".go", StringComparison.Ordinal) ? package : package.TrimEnd('/') + "/" + Main;
        return ImagePath.Join(command.Directory, path) is { } inside ? command.Before.Find(inside).Actual : null;
    }
}
