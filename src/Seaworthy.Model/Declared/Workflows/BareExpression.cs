using System.Text.RegularExpressions;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>What reads a context where nothing expands it: <c>steps.meta.outputs.version</c> without <c>${{ }}</c>.</summary>
/// <remarks>Source: GitHub Docs, "Contexts reference", and "Evaluate expressions in workflows and actions": only <c>if</c> takes an expression as it is.</remarks>
public static partial class BareExpression
{
    /// <summary>The whole text is a property of a context that nobody writes as plain text.</summary>
    public static bool Is(string? text) => text is not null && Property().IsMatch(text);

    [GeneratedRegex(
        @"^\s*(steps\.[A-Za-z_][\w-]*\.(outputs\.[A-Za-z_][\w-]*|outcome|conclusion)|needs\.[A-Za-z_][\w-]*\.(outputs\.[A-Za-z_][\w-]*|result)|github\.(sha|ref|ref_name|ref_type|head_ref|base_ref|event_name|repository|repository_owner|actor|run_id|run_number|workspace|event\.[a-z_]+(\.[a-z_]+)*)|(secrets|vars|inputs|matrix)\.[A-Za-z_]\w*)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Property();
}
