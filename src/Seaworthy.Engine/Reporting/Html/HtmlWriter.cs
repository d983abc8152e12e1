namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Writes markup and nothing else: what is no <see cref="Markup"/> cannot get in unescaped.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    public void Write(Markup markup)
    {
        output.Write(markup.ToString());
        output.Write('\n');
    }

    /// <summary>The style and the script, which are ours.</summary>
    public void WriteOwn(string element, string text) => output.Write($"<{element}>{text}</{element}>\n");
}
