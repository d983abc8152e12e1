using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A command, entry point, or health test's command: words that a container runs without a shell, unless one of them is a shell.</summary>
/// <param name="Raw">The text as written, or the words of a list joined by blanks.</param>
/// <param name="IsList">Written as a list; a text is split into words as a shell would, quotes honoured.</param>
/// <remarks>Source: the Compose specification, "command" and "entrypoint".</remarks>
public sealed record ComposeCommand(IReadOnlyList<Template> Words, string Raw, bool IsList, SourceSpan Span)
{
    /// <summary>An explicit <c>null</c>: the image's own command stays.</summary>
    public bool IsNull { get; init; }

    /// <summary>An empty list or text: the image's own command is taken away.</summary>
    public bool IsEmpty => !IsNull && Words.Count == 0;

    /// <summary>What Compose drops without a word: everything from the first shell operator of a command text on, as in <c>migrate &amp;&amp; serve</c>.</summary>
    public Fact<string>? Dropped { get; init; }

    /// <summary>What runs, in order: the words as one command, or, when they are <c>sh -c TEXT</c>, the commands of the text.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];
}
