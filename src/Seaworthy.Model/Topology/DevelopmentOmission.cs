using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Whether an installation in a stage leaves development dependencies out.</summary>
/// <remarks>Sources: npm documentation, "omit", "include"; Yarn 1 documentation, "yarn install"; pnpm documentation, "pnpm install", <c>--prod</c>.</remarks>
public static class DevelopmentOmission
{
    /// <summary>With the variable that makes it so, when no option does.</summary>
    public static (SourceSpan? Because, bool Omits) Of(ImageStage stage, StageCommand at, PackageScriptCommand install)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(install);
        if (at.Command.Words.Any(Includes))
        {
            return (null, false);
        }

        if (install.OmitsDevelopment)
        {
            return (null, true);
        }

        if (at.Command.Assignments.LastOrDefault(assignment => assignment.Name == "NODE_ENV") is { } inline)
        {
            return (inline.Span, inline.Value?.Literal == "production");
        }

        return stage.Declared.FindVariable("NODE_ENV", at.Run) is DockerInstruction.Env { Value.Literal: "production" } variable
            ? (variable.Pair, true)
            : (null, false);
    }

    private static bool Includes(Declared.Scripts.ShellWord word) =>
        word.Raw.Contains("include=dev", StringComparison.Ordinal)
        || word.Raw.Contains("production=false", StringComparison.Ordinal)
        || word.Raw.Contains("prod=false", StringComparison.Ordinal);
}
