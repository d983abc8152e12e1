using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>Whether a read that ends the program when it fails does so at every start: only then is the variable required; behind a condition, or in a handler, it is expected.</summary>
internal static class StartDemand
{
    private static readonly HashSet<string> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        "new",
        "default",
        "build",
        "try_new",
        "from_env",
        "New",
    };

    public static Demand Of(CodeSyntax syntax, Demand demand, int token, CodeScope? scope) =>
        demand != Demand.Required || (RunsAtStart(scope) && !Branches.Has(syntax, token, scope)) ? demand : Demand.Expected;

    private static bool RunsAtStart(CodeScope? scope) =>
        StartupScope.RunsAtStart(scope)
        || (
            scope is CodeFunction function && (Makers.Contains(function.Name) || function.Name.StartsWith("New", StringComparison.Ordinal))
        );
}
