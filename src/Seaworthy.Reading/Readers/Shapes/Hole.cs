using System.Text.RegularExpressions;

namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>A mark that a person or a step of the deployment is to replace: <c>#PORT#</c>, <c>@PORT@</c>, <c>__PORT__</c>, <c>{{ PORT }}</c>, <c>&lt;PORT&gt;</c>.</summary>
internal static partial class Hole
{
    public static bool StandsIn(string text) => Mark().IsMatch(text);

    [GeneratedRegex(@"#[A-Z][A-Z0-9_]+#|@[A-Z][A-Z0-9_]+@|%[A-Z][A-Z0-9_]+%|__[A-Z][A-Z0-9_]*__|\{\{[^{}]+\}\}|<[A-Za-z][A-Za-z0-9_ -]*>")]
    private static partial Regex Mark();
}
