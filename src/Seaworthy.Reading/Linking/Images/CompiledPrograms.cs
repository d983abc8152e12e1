using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>
/// Whether an image can hold a program that is compiled. Files of its component alone, such as the migrations that a job of psql runs, do not make it that program.
/// </summary>
internal static class CompiledPrograms
{
    // They build nothing, and fetch no program but those of the system.
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "apk",
        "apt",
        "apt-get",
        "addgroup",
        "adduser",
        "cat",
        "chmod",
        "chown",
        "cp",
        "echo",
        "groupadd",
        "ln",
        "mkdir",
        "mv",
        "printf",
        "rm",
        "sed",
        "set",
        "touch",
        "true",
        "useradd",
    };

    /// <summary>Without the components whose program the image cannot hold.</summary>
    public static IReadOnlyList<Component> Narrow(
        IReadOnlyList<Component> components,
        IReadOnlyList<ImageStage> stages,
        BuildContext? context
    ) =>
        context is not null && components.Any(IsCompiled) && !MayHold(stages, context)
            ? [.. components.Where(component => !IsCompiled(component))]
            : components;

    private static bool IsCompiled(Component component) =>
        component.Language is Language.Go or Language.Rust or Language.CSharp or Language.Java or Language.Kotlin;

    private static bool MayHold(IReadOnlyList<ImageStage> stages, BuildContext context) =>
        stages.Any(stage =>
            MayMake(stage) || stage.Declared.Instructions.OfType<DockerInstruction.Copy>().Any(copy => MayBring(copy, context))
        ) || MayStart(stages[^1], stages);

    /// <summary>A compiler is there, or a command that may be one.</summary>
    private static bool MayMake(ImageStage stage) =>
        stage.PublicBase is null or { Role: ImageRole.Runtime or ImageRole.Application }
        || stage.BuiltUpon is not null
        || stage.Declared.Instructions.OfType<DockerInstruction.Run>().Any(run => run.Command.Commands.Count == 0 && run.Heredocs.Count > 0)
        || stage.Commands.Any(at => !Idle.Contains(at.Command.Program));

    /// <summary>A file that the tree does not have may be the program, built before.</summary>
    private static bool MayBring(DockerInstruction.Copy copy, BuildContext context) =>
        (copy.From is not null && copy.FromStage is null)
        || (
            copy.From is null
            && copy.Sources.Any(source =>
                source.Literal is not { } path
                || path.Contains("://", StringComparison.Ordinal)
                || CopySources.IsPattern(path)
                || context.Look(path).IsMissing
            )
        );

    /// <summary>A path that is no script may be a program; so may what a script starts, where all of the context is there.</summary>
    private static bool MayStart(ImageStage final, IReadOnlyList<ImageStage> stages)
    {
        var commands = (final.Entrypoint?.Commands ?? []).Concat(final.Command?.Commands ?? []).ToList();
        return commands.Count == 0
            ? final.PublicBase is { Role: ImageRole.System }
            : commands.Any(command =>
                command.Words.Count == 0
                || command.Words[0].Literal is not { } program
                || (program.EndsWith(".sh", StringComparison.Ordinal) ? TakesAll(stages) : program.Contains('/', StringComparison.Ordinal))
            );
    }

    private static bool TakesAll(IReadOnlyList<ImageStage> stages) =>
        stages
            .SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Any(copy => copy.From is null && copy.Sources.Any(source => source.Literal is "." or "./" or "/"));
}
