using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>A step of Cloud Build.</summary>
/// <param name="Builder">The image that it runs.</param>
/// <param name="Words">Entry point, arguments and script, as written.</param>
public sealed record CloudBuildStep(Fact<string> Builder, IReadOnlyList<Fact<string>> Words)
{
    /// <summary>Everything it says, in one line.</summary>
    public string Line { get; } =
        string.Join(
            ' ',
            Words.SelectMany(word => word.Value.Split((char[])[' ', '\n', '\t', '\\'], StringSplitOptions.RemoveEmptyEntries))
        );

    /// <summary>Its <c>id</c>, or what it runs.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its known commands; they run in the root of the source, or in its <c>dir</c>.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];
}
