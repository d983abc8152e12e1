namespace Seaworthy.Model.Source;

/// <summary>What is written at a place, to be shown to people: it goes into a sentence, <c>$"`{span.Quote}` fails"</c>, and nothing can be decided by it.</summary>
public sealed class Quotation
{
    private readonly string text;

    internal Quotation(string text) => this.text = text;

    public override string ToString() => text;
}
