using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Git;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What the instructions of an image do to a script that they copy.</summary>
internal static class ScriptChanges
{
    private static readonly char[] Separators = [' ', '\t', '\n', '\r', ';', '&', '|', '"', '\'', '\\', '(', ')'];

    /// <summary>All that an image is made by.</summary>
    public static IEnumerable<DockerInstruction> All(Image image) => image.Stages.SelectMany(stage => stage.Declared.Instructions);

    /// <summary>A <c>chmod</c> that may mean the file: by its name, or by a pattern, a variable or a directory. The copy itself may set the mode, too.</summary>
    public static SourceSpan? MakesExecutable(IEnumerable<DockerInstruction> instructions, PathAnswer answer, string path)
    {
        var name = ImagePath.NameOf(path);
        var source = ImagePath.NameOf(answer.Actual ?? path);
        return First(
            instructions,
            instruction =>
                instruction switch
                {
                    DockerInstruction.Copy { Chmod: not null } copy => copy.From is not null || copy.Span == answer.Because,
                    DockerInstruction.Run run => Says(run, "chmod")
                        && (
                            Means(run, name, path)
                            || Means(run, source, path)
                            || run.Span.Text.AsSpan().ContainsAny("*?$")
                            || Says(run, " -R")
                            || Says(run, "recursive")
                            || Says(run, "find ")
                            || Says(run, "xargs")
                        ),
                    _ => false,
                }
        );
    }

    public static SourceSpan? FixesLineEndings(IEnumerable<DockerInstruction> instructions) =>
        First(
            instructions,
            instruction =>
                instruction is DockerInstruction.Run run
                && (Says(run, "dos2unix") || Says(run, "fromdos") || Says(run, "\\r") || Says(run, "\\015") || Says(run, "autocrlf"))
        );

    /// <summary>Programs of the repository may do anything to it, and so may a base image that acts when it is built upon.</summary>
    public static string? Doubt(Image image)
    {
        if (image.Stages.SelectMany(stage => stage.Commands).FirstOrDefault(IsOpaque) is { } first)
        {
            return $"the effect of {first.Command.Span} on it is unknown";
        }

        return image.Final.PublicBase is null && image.Final.Base.Text is not "scratch" && image.Final.Entrypoint is null
            ? "its base image is unknown"
            : null;
    }

    /// <summary>A program of which nobody can tell what it does to a file.</summary>
    public static bool IsOpaque(StageCommand at) => IsOpaque(CommandLine.Of(at.Command));

    /// <summary>Why the mode of a file here need not be that of the repository.</summary>
    public static string? ModeDoubt(Deployment deployment, RepositoryFile file) =>
        file.ModeIsUnknown || (file.Status != FileStatus.Tracked && !deployment.Tree.Files.Any(other => other.IsExecutable))
            ? "this tree does not show which files are executable"
            : null;

    /// <summary>With an attribute, the line endings of a checkout need not be those of the repository.</summary>
    public static SourceSpan? Attribute(Deployment deployment, string path) =>
        deployment
            .Of<GitAttributes>()
            .Select(file => file.LineEndingOf(path))
            .OfType<AttributeLine>()
            .Select(line => (SourceSpan?)line.Span)
            .LastOrDefault();

    private static bool IsOpaque(CommandLine line) =>
        line.Program switch
        {
            "make" or "just" or "task" or "eval" or "source" or "." or "ansible-playbook" => true,
            var program when ShellPrograms.IsShell(program) => line.Arguments.Any(word => word.Literal is not ['-', ..]),
            "gradlew" or "mvnw" => false,
            "" => line.ProgramWord is not null,
            _ => line.ProgramWord?.Literal is { } word
                && word.Contains('/', StringComparison.Ordinal)
                && !word.StartsWith("/bin/", StringComparison.Ordinal)
                && !word.StartsWith("/usr/", StringComparison.Ordinal)
                && !word.StartsWith("/sbin/", StringComparison.Ordinal),
        };

    private static SourceSpan? First(IEnumerable<DockerInstruction> instructions, Func<DockerInstruction, bool> does) =>
        instructions.Where(does).Select(instruction => (SourceSpan?)instruction.Span).FirstOrDefault();

    /// <summary>Names the file, and not by the whole path of another: <c>/wait.sh</c> is not <c>/app/wait.sh</c>.</summary>
    private static bool Means(DockerInstruction.Run run, string name, string path) =>
        run
            .Span.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Any(word =>
                word.Contains(name, StringComparison.Ordinal)
                && !(word[0] == '/' && word != path && word.EndsWith("/" + name, StringComparison.Ordinal))
            );

    private static bool Says(DockerInstruction.Run run, string text) => run.Span.Text.Contains(text, StringComparison.Ordinal);
}
