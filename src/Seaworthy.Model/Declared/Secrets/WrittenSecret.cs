using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>A value that looks like a secret. The value itself is never kept, so that no report can show it.</summary>
/// <param name="Kind">What it is, as a person names it: <c>GitHub token</c>, <c>private key</c>, <c>password in a database address</c>.</param>
/// <param name="Certainty">What tells that it is one.</param>
/// <param name="Masked">Its first two characters.</param>
/// <param name="Digest">The same for equal values.</param>
public sealed record WrittenSecret(string Kind, SecretCertainty Certainty, string Masked, string Digest, SourceSpan Span)
{
    private const int LeastLength = 12;

    private static readonly string[] Printers = ["echo ", "printf ", "print(", "console.log(", "Write-Host "];

    /// <summary>The variable, key or constant that it is given to.</summary>
    public string? Name { get; init; }

    /// <summary>A word that stands for a value: <c>changeme</c>, <c>your-key-here</c>, <c>AKIAIOSFODNN7EXAMPLE</c>.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>Made for trying out: opens no account that matters (Stripe's <c>sk_test_</c>), or is public by design (keys of browser applications).</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Stands in a test inside a file of the program, is named for tests, or is an example in the description of an interface.</summary>
    public bool IsForTests { get; init; }

    /// <summary>The address beside it is one of a sandbox, or of an issuer or a cluster on the same machine.</summary>
    public bool IsOfSandbox { get; init; }

    /// <summary>For the ID of a key: what may be its secret half, under whatever name, on its line or on one of the next; null when nothing there looks so.</summary>
    public SourceSpan? HalfBeside { get; init; }

    /// <summary>A private key that a passphrase protects.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>For a private key: the certificate that is beside it in the same file, as in a kubeconfig; null when none was found there.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>Its line is a comment, or prints what to write.</summary>
    public bool IsToldOnly =>
        Span.Line is var line
        && (
            line is ['*' or '#' or ';', ..] or ['/', '/' or '*', ..] or ['<', '!', ..] or ['-', '-', ..]
            || Array.Exists(Printers, printer => line.StartsWith(printer, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>What somebody answers to a program that asks: <c>AWS Access Key ID [None]: AKIA…</c>.</summary>
    public bool IsAnswer => Span.Line.Contains("[None]: ", StringComparison.Ordinal);

    /// <summary>The same text is in another file, under whatever name.</summary>
    public bool StandsIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Span.Text.Trim('"', '\'', ' ') is { Length: >= LeastLength } text && file.Mentions(text);
    }

    /// <summary>A name is in its line.</summary>
    public bool StandsBeside(string name) => Span.Line.Contains(name, StringComparison.Ordinal);
}
