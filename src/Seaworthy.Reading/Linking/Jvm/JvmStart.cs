using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Which application of the repository a workload starts with <c>java</c>.</summary>
/// <param name="Application">Null when it cannot be told which of several it is.</param>
internal sealed record JvmStart(JvmApplication? Application)
{
    public static JvmStart? Of(Deployment deployment, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        if (!programs.Concat(workload.Start?.Whole ?? []).Any(IsJava))
        {
            return null;
        }

        var applications = workload
            .Components.Select(component => JvmApplication.Of(deployment, component))
            .OfType<JvmApplication>()
            .ToList();
        return applications.Count switch
        {
            0 => null,
            1 => new(applications[0]),
            _ => new(Named(workload, programs, applications)),
        };
    }

    // "application" is the quarkus runner, "exec java …" is followed already.
    private static bool IsJava(ShellCommand program) =>
        program.Program is "java" or "jar" or "jib-classpath-file"
        || program.Words.Any(word =>
            word.Raw.Contains("java ", StringComparison.Ordinal) || word.Raw.EndsWith(".jar", StringComparison.Ordinal)
        )
        || program.Program is "application" or "run-java.sh";

    /// <summary>The one that the image's copies, builds or command name by its archive or its module.</summary>
    private static JvmApplication? Named(Workload workload, IReadOnlyList<ShellCommand> programs, List<JvmApplication> applications)
    {
        var words = Words(workload, programs).ToList();
        var named = applications.Where(application => NamesOf(application).Any(name => words.Any(word => Holds(word, name)))).ToList();

        // "order" stands in "order-events" as well: the longest name is meant.
        return named.Count == 1 ? named[0] : null;
    }

    private static IEnumerable<string> NamesOf(JvmApplication application) =>
        application
            .Component.Manifests.OfType<JavaBuild>()
            .SelectMany(build => new[] { build.Name?.Value, build.ArchiveName?.Value })
            .OfType<string>()
            .Append(RepositoryPath.NameOf(application.Component.Root))
            .Where(name => name.Length > 2);

    private static IEnumerable<string> Words(Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        foreach (var word in programs.SelectMany(program => program.Words))
        {
            yield return word.Raw;
        }

        foreach (var stage in workload.Image?.Stages ?? [])
        {
            foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>().Where(copy => copy.From is not null))
            {
                foreach (var source in copy.Sources)
                {
                    yield return source.Raw;
                }
            }

            foreach (var word in stage.Commands.SelectMany(command => command.Command.Words))
            {
                yield return word.Raw;
            }
        }
    }

    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (
                (at == 0 || !IsName(text[at - 1]))
                && (
                    end == text.Length || !IsName(text[end]) || (text[end] == '-' && end + 1 < text.Length && !char.IsLetter(text[end + 1]))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';
}
