using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>Where the findings of a tool count.</summary>
/// <param name="Tool">As findings name it.</param>
/// <param name="Rule">A glob over its rules: a star stands for any letters.</param>
/// <param name="Severity">What they count as where the tool does not tell it; null for what its level says.</param>
/// <param name="IsAdvice">The tool calls everything an error: what it finds is a safeguard that is missing, never certain to break.</param>
internal sealed record ToolRow(string Tool, string Rule, Area Area, Severity? Severity = null, bool IsAdvice = false)
{
    private readonly StarPattern pattern = new(Rule);

    public bool Matches(string tool, string rule) => Tool == tool && pattern.Matches(rule);
}
