using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Variables that Viper reads: bound by name, or for every key once <c>AutomaticEnv</c> is called in the file.</summary>
/// <remarks>Source: the README of spf13/viper, "Working with Environment Variables".</remarks>
internal sealed class GoViper : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("github.com/spf13/viper"))
        {
            return;
        }

        var calls = reading.Syntax.Calls.Where(call => IsViper(reading, call)).ToLookup(call => call.Name);
        var prefix = reading.Literal(calls["SetEnvPrefix"].FirstOrDefault()?.Positional(0)) is { Length: > 0 } given
            ? given.ToUpperInvariant() + "_"
            : "";
        Dictionary<string, CodeArgument> defaults = new(StringComparer.OrdinalIgnoreCase);
        foreach (var call in calls["SetDefault"])
        {
            if (reading.Literal(call.Positional(0)) is { } key && call.Positional(1) is { } value)
            {
                defaults[key] = value;
            }
        }

        foreach (var bound in calls["BindEnv"])
        {
            Bound(reading, bound, prefix, defaults);
        }

        if (calls.Contains("AutomaticEnv"))
        {
            Automatic(reading, calls, prefix, defaults);
        }
    }

    private static bool IsViper(CodeReading reading, CodeCall call) =>
        call.Owner == "viper"
        || call.Owner is "v" or "vp" or "cfg" or "config"
            && reading.AssignmentOf(call.Owner, call.Scope) is { } made
            && reading.Trees.Is(made.Value.First, "viper");

    /// <summary><c>BindEnv("key", "NAME", …)</c>; without names the key in upper case, with the prefix.</summary>
    private static void Bound(CodeReading reading, CodeCall call, string prefix, Dictionary<string, CodeArgument> defaults)
    {
        if (reading.Literal(call.Positional(0)) is not { Length: > 0 } key)
        {
            return;
        }

        List<string> names = [.. call.Arguments.Skip(1).Select(argument => reading.Literal(argument)).OfType<string>()];
        Add(reading, key, names is [var first, ..] ? first : prefix + Variable(key), [.. names.Skip(1)], call, defaults);
    }

    private static void Automatic(
        CodeReading reading,
        ILookup<string, CodeCall> calls,
        string prefix,
        Dictionary<string, CodeArgument> defaults
    )
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (
            var call in calls
                .Where(group => group.Key == "SetDefault" || group.Key.StartsWith("Get", StringComparison.Ordinal))
                .SelectMany(group => group)
        )
        {
            // Without a replacer a key with dots has no variable that a shell could set.
            if (
                reading.Literal(call.Positional(0)) is { Length: > 0 } key
                && seen.Add(key)
                && (!key.Contains('.', StringComparison.Ordinal) || calls.Contains("SetEnvKeyReplacer"))
            )
            {
                Add(reading, key, prefix + Variable(key), [], call, defaults);
            }
        }
    }

    private static void Add(
        CodeReading reading,
        string key,
        string name,
        IReadOnlyList<string> aliases,
        CodeCall call,
        Dictionary<string, CodeArgument> defaults
    )
    {
        // A configuration file may give the value as well: nothing is required.
        var fallback = reading.Value(defaults.GetValueOrDefault(key), call.Scope);
        reading.EnvironmentReads.Add(
            new EnvironmentRead(name, fallback, Demand.Optional, call.Span) { Schema = "viper", Aliases = aliases }
        );
    }

    private static string Variable(string key) => key.ToUpperInvariant().Replace('.', '_').Replace('-', '_');
}
