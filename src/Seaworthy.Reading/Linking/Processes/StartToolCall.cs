using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A call of a program, or of a module that Node loads, on the way of a start.</summary>
/// <param name="Package">The npm package that brings it.</param>
/// <param name="Directory">Where in the image it runs.</param>
internal sealed record StartToolCall(string Program, string Package, string Directory, IReadOnlyList<SourceSpan> Through)
{
    public bool IsFetched { get; init; }

    public bool IsModule { get; init; }

    public bool EndsStart { get; init; }
}
