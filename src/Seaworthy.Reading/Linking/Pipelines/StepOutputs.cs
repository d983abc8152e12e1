using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The outputs of a step, if every one is known.</summary>
internal static class StepOutputs
{
    private const string Setter = "setOutput";

    // What brings other code in, or writes outputs without a name in sight.
    private static readonly string[] Openings = ["require(", "import", "eval(", "GITHUB_OUTPUT", "exec(", "${{", "core["];

    /// <summary>Empty when the action is not known, or computes some of their names.</summary>
    public static IReadOnlyList<string> Of(WorkflowStep step) =>
        step.Uses is not { } uses || KnownActions.Find(uses.Name) is not { Outputs.Count: > 0 } known ? []
        : !known.HasComputedOutputs ? known.Outputs
        : uses.Name == "actions/github-script" && step.Input("script") is { } script && SetIn(script.Raw) is { } set
            ? [.. known.Outputs, .. set]
        : [];

    /// <summary>The names that a script gives its outputs; null unless the script is whole and every name is a literal.</summary>
    private static List<string>? SetIn(string script)
    {
        if (Openings.Any(opening => script.Contains(opening, StringComparison.Ordinal)))
        {
            return null;
        }

        List<string> names = [];
        for (
            var at = script.IndexOf(Setter, StringComparison.Ordinal);
            at >= 0;
            at = script.IndexOf(Setter, at + Setter.Length, StringComparison.Ordinal)
        )
        {
            if (FirstArgument(script.AsSpan(at + Setter.Length)) is not { } name)
            {
                return null;
            }

            names.Add(name);
        }

        return names;
    }

    private static string? FirstArgument(ReadOnlySpan<char> call)
    {
        call = call.TrimStart();
        if (call is not ['(', .. var inside] || inside.TrimStart() is not [var quote and ('"' or '\''), .. var rest])
        {
            return null;
        }

        var end = rest.IndexOf(quote);
        return end > 0 && rest[(end + 1)..].TrimStart() is [',', ..] ? rest[..end].ToString() : null;
    }
}
