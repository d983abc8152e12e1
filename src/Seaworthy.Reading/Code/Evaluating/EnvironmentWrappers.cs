using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>Functions of the file that read the variable whose name they are given (<c>requireEnv('X')</c>, <c>get_env("X", d)</c>), and their calls.</summary>
internal sealed class EnvironmentWrappers(CodeReading reading, ReadContext context)
{
    private readonly Dictionary<string, Wrapper> wrappers = new(StringComparer.Ordinal);

    private sealed record Wrapper(int NameIndex, int DefaultIndex, Demand Demand);

    /// <summary>Notes that a place reads a variable whose name is a parameter.</summary>
    /// <returns>Whether the name is a parameter of a function around the place.</returns>
    public bool Note(string parameter, TokenRange site, CodeScope? scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is CodeFunction { Name.Length: > 0 } function && IndexOf(function, parameter) is var index and >= 0)
            {
                var fallback = DefaultIndex(function, index);
                wrappers.TryAdd(function.Name, new Wrapper(index, fallback, DemandOf(function, fallback, site)));
                return true;
            }
        }

        return false;
    }

    /// <summary>The reads that calls of the wrappers are.</summary>
    public IEnumerable<EnvironmentRead> Reads()
    {
        if (wrappers.Count == 0)
        {
            yield break;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (
                wrappers.TryGetValue(call.Name, out var wrapper)
                && call.Owner is "" or "this" or "$this" or "self" or "cls"
                && reading.Evaluator.Literal(call.Positional(wrapper.NameIndex)) is { Length: > 0 } name
                && EnvironmentNames.IsName(name)
            )
            {
                var given = wrapper.DefaultIndex >= 0 ? call.Positional(wrapper.DefaultIndex) ?? call.Named("default") : null;
                var fallback = given is null ? null : reading.Value(given, call.Scope);
                fallback = fallback is CodeValue.Unknown { Why: "null" } ? null : fallback;
                var demand =
                    fallback is not null ? Demand.Optional
                    : wrapper.Demand == Demand.Required && Branches.Has(reading.Syntax, call.First, call.Scope) ? Demand.Expected
                    : wrapper.Demand;
                yield return new EnvironmentRead(name, fallback, demand, call.Span);
            }
        }
    }

    private Demand DemandOf(CodeFunction function, int fallback, TokenRange site) =>
        GivesBack(function, fallback, site) ? Demand.Optional
        : context.Refuses(function.Body) ? Demand.Required
        : context.Judge(site, null, function) is { Default: CodeValue.Literal } ? Demand.Optional
        : Demand.Expected;

    /// <summary><c>return os.getenv(name, default)</c>, and nothing else asks for the default: what is not set is nothing, whatever else the function refuses.</summary>
    private bool GivesBack(CodeFunction function, int fallback, TokenRange site)
    {
        if (fallback < 0 || !reading.Trees.Is(context.Widen(site).First - 1, "return"))
        {
            return false;
        }

        var name = function.Parameters[fallback + Skipped(function)].Name;
        var uses = Enumerable.Range(function.Body.First, function.Body.Count).Where(at => reading.Trees.Is(at, name)).ToList();
        return uses is [var only] && only >= site.First && only < site.End;
    }

    private static int Skipped(CodeFunction function) => function.Parameters is [{ Name: "self" or "cls" }, ..] ? 1 : 0;

    private static int IndexOf(CodeFunction function, string name)
    {
        var skip = Skipped(function);
        for (var index = skip; index < function.Parameters.Count; index++)
        {
            if (function.Parameters[index].Name == name)
            {
                return index - skip;
            }
        }

        return -1;
    }

    private static int DefaultIndex(CodeFunction function, int nameIndex)
    {
        var skip = Skipped(function);
        for (var index = skip; index < function.Parameters.Count; index++)
        {
            var name = function.Parameters[index].Name;
            if (
                index - skip != nameIndex
                && (
                    name.Contains("default", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("fallback", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return index - skip;
            }
        }

        return -1;
    }
}
