using System.Text;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Output;

/// <summary>Standard error: a sentence there may quote names of the tree, or a value that a pipeline took from it.</summary>
internal sealed class ComplaintWriter : StreamWriter
{
    public ComplaintWriter(Stream stream)
        : base(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) => AutoFlush = true;

    public override void WriteLine(string? value) => base.WriteLine(value is null ? null : Quote.Text(value));
}
