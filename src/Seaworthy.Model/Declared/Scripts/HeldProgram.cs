using System.Buffers;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>The beginning of a command that a variable holds, as its words; <see cref="Unknown"/> when those are unknown.</summary>
/// <remarks>
/// Docker documentation, "Migrate to Compose v2": <c>docker-compose</c> and <c>docker compose</c> take the same commands, and Podman documentation, "podman(1)": <c>podman</c>
/// those of <c>docker</c>. Scripts choose what is installed: which one it is makes no difference to what is run.
/// </remarks>
internal sealed class HeldProgram
{
    /// <summary>Stands in a word for what is computed: the port of <c>ssh -p ${{ env.PORT }}</c>.</summary>
    public const char Computed = '\uFFFC';

    private static readonly SearchValues<char> OfShell = SearchValues.Create("$`\\'\"*?[]{}()<>|&;\n\r\t");

    private readonly string[]? words;

    private HeldProgram(string[]? words) => this.words = words;

    public static HeldProgram Unknown { get; } = new(null);

    public IReadOnlyList<string>? Words => words;

    public static HeldProgram Of(string? text) =>
        text is null || text.AsSpan().ContainsAny(OfShell) ? Unknown
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } held && !MayBeMore(held) ? new HeldProgram(held)
        : Unknown;

    /// <summary>What is run when this or the other is held.</summary>
    public HeldProgram Or(HeldProgram other) =>
        words is null || other.words is null ? Unknown
        : words.SequenceEqual(other.words) ? this
        : Common(words).SequenceEqual(Common(other.words)) ? new HeldProgram(Common(words))
        : Unknown;

    // What is computed may be nothing, or several words, unless it is the value of an option or a part of a word.
    private static bool MayBeMore(string[] held) =>
        held[0].Contains(Computed, StringComparison.Ordinal)
        || held.Zip(held.Skip(1)).Any(pair => pair.Second.StartsWith(Computed) && !pair.First.StartsWith('-'));

    private static string[] Common(string[] held) =>
        held switch
        {
            ["sudo", _, ..] => Common(held[1..]),
            ["docker-compose" or "podman-compose", .. var rest] => ["docker", "compose", .. rest],
            ["podman" or "nerdctl", .. var rest] => ["docker", .. rest],
            _ => held,
        };
}
