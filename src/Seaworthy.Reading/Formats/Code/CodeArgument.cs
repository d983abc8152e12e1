namespace Seaworthy.Reading.Formats.Code;

/// <summary>An argument of a call; <paramref name="Name"/> is null when it is positional.</summary>
internal sealed record CodeArgument(string? Name, TokenRange Value)
{
    public static CodeArgument? Positional(IReadOnlyList<CodeArgument> arguments, int index)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name is null && index-- == 0)
            {
                return argument;
            }
        }

        return null;
    }

    public static CodeArgument? Named(IReadOnlyList<CodeArgument> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}
