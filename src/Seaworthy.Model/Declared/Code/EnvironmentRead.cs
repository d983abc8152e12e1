using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A place where the program reads an environment variable.</summary>
/// <param name="Name">The variable's exact name; for prefixes and cases that the library adds, the name it ends up with.</param>
/// <param name="Default">What is used when it is unset; null when there is none.</param>
/// <param name="Demand">What happens when it is unset and there is no default.</param>
public sealed record EnvironmentRead(string Name, CodeValue? Default, Demand Demand, SourceSpan Span)
{
    /// <summary>Replaced by a literal while the bundle is built (<c>VITE_*</c>, <c>NEXT_PUBLIC_*</c>, <c>REACT_APP_*</c>, Rust's <c>env!</c>), not read at run time.</summary>
    public bool IsBuildTime { get; init; }

    /// <summary>Other names that serve as well: aliases, fallback chains, case-insensitive settings.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Read through a settings class or schema of this kind (<c>pydantic</c>, <c>zod</c>, <c>envalid</c>, <c>viper</c>…).</summary>
    public string? Schema { get; init; }

    /// <summary>Taken as JSON before anything else looks at it: another text stops the program.</summary>
    public bool IsJson { get; init; }

    /// <summary>The type as which it is read, where another text is an error; null where any text will do, or nothing is known.</summary>
    public ExpectedValue? Expected { get; init; }

    /// <summary>Any text is true; null where the program looks at what the text says, or nothing is known.</summary>
    public TextTruth? Truth { get; init; }

    /// <summary>Names match in any letter case (pydantic settings by default).</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>
    /// Something to fall back to seems to be beside it, in a form that was not followed: <c>readEnv("A") || readEnv("B")</c>, <c>choice(LANGUAGES, defaults.LANGUAGE)</c>.
    /// </summary>
    public bool MayFallBack
    {
        get
        {
            var end = Span.File.Text.AsSpan(Span.End, Math.Min(Nearby, Span.File.Text.Length - Span.End));
            var stop = end.IndexOfAny(';', '\n');
            var rest = stop < 0 ? end : end[..stop];
            var next = stop >= 0 && end[stop] == '\n' ? end[stop..].TrimStart() : "";
            return rest.Contains("||", StringComparison.Ordinal)
                || rest.Contains("??", StringComparison.Ordinal)
                || rest.Contains(" or ", StringComparison.Ordinal)
                || rest.Contains("default", StringComparison.OrdinalIgnoreCase)
                || rest.Contains("fallback", StringComparison.OrdinalIgnoreCase)
                || next is ['|', '|', ..] or ['?', '?', ..]
                || (Schema is not null && Span.Text.Contains("default", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The name that keeps the value: <c>REDIS_URL</c> in <c>REDIS_URL = os.environ…</c>. Null where the value is used at once.</summary>
    public Fact<string>? Holder { get; init; }

    private const int Nearby = 160;

    /// <summary>Without the variable, loading the file fails: the read is unconditional, and nothing catches the error.</summary>
    public bool StopsLoading { get; init; }
}
