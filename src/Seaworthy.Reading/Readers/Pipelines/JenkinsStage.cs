using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>A stage while its steps are gathered.</summary>
internal sealed class JenkinsStage(string name, SourceSpan span)
{
    public string Name { get; } = name;

    public SourceSpan Span { get; } = span;

    public List<ShellCommand> Commands { get; } = [];

    public Fact<string>? Image { get; set; }
}
