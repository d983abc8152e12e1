namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>Text that is no Go template: how Go says it, and where.</summary>
internal sealed class GoTemplateFault(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
