using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>What blocks a place stands in.</summary>
internal static class PythonBlocks
{
    private const int Deepest = 40;

    /// <summary>Whether a failure here is caught: the place stands in a <c>try</c> block.</summary>
    public static bool IsTried(CodeReading reading, int token)
    {
        var trees = reading.Trees;
        var open = trees.Parent(token);
        for (var steps = 0; open >= 0 && steps < Deepest; open = trees.Parent(open), steps++)
        {
            if (trees.IsOpen(open, Brackets.Block) && trees.Is(open - 2, ":") && trees.Is(open - 3, "try"))
            {
                return true;
            }
        }

        return false;
    }
}
