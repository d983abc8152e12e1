using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Values that a function of the file gets from its callers: <c>func serve(port string) { http.ListenAndServe(":"+port, nil) }</c> listens on what <c>serve</c> is called with.</summary>
internal static class GoCallSites
{
    private const int MostSites = 30;

    /// <summary>The value of an argument, once for each call of the function around it when it depends on a parameter.</summary>
    public static IEnumerable<CodeValue> Values(CodeReading reading, CodeArgument argument, CodeScope? scope)
    {
        var raw = reading.Evaluator.Value(argument.Value);
        if (FunctionWith(scope, raw) is not { } function)
        {
            return [GoTypes.Value(reading, argument.Value, scope)];
        }

        List<CodeCall> sites =
        [
            .. ((reading.Evaluator.Rules as GoValueRules)?.CallsOf(function.Name) ?? [])
                .Take(MostSites)
                .Where(call => call.Arguments.Count >= function.Parameters.Count - 1),
        ];
        return sites.Count == 0
            ? [GoTypes.Value(reading, argument.Value, scope)]
            : sites.Select(site => Put(reading, raw, function, site, scope));
    }

    private static CodeValue Put(CodeReading reading, CodeValue value, CodeFunction function, CodeCall site, CodeScope? scope) =>
        value switch
        {
            CodeValue.Reference reference when IndexOf(function, reference.Name) is var index and >= 0 => GoTypes.Value(
                reading,
                site.Positional(index),
                site.Scope
            ) ?? value,
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(part => Put(reading, part, function, site, scope))] },
            _ => LocalValues.Resolve(reading, value, scope),
        };

    private static CodeFunction? FunctionWith(CodeScope? scope, CodeValue value)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope is CodeFunction { Name.Length: > 0 } function)
            {
                return Uses(function, value) ? function : null;
            }
        }

        return null;
    }

    private static bool Uses(CodeFunction function, CodeValue value) =>
        value switch
        {
            CodeValue.Reference reference => IndexOf(function, reference.Name) >= 0,
            CodeValue.Concatenation all => all.Parts.Any(part => Uses(function, part)),
            _ => false,
        };

    private static int IndexOf(CodeFunction function, string name)
    {
        for (var index = 0; index < function.Parameters.Count; index++)
        {
            if (function.Parameters[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }
}
