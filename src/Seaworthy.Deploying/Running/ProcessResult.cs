namespace Seaworthy.Deploying.Running;

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code; -1 when it was ended because its time was over.</param>
public sealed record ProcessResult(int Code, string Output, string Error)
{
    public bool IsDone => Code == 0;

    private const string OfEngine = "Error response from daemon: ";

    /// <summary>What the engine says is wrong, else the last line that says something.</summary>
    public string Complaint =>
        Lines(Error).FirstOrDefault(line => line.StartsWith(OfEngine, StringComparison.Ordinal)) is { } engine ? engine[OfEngine.Length..]
        : Lines(Error) is [.., var last] ? last
        : Lines(Output) is [.., var said] ? said
        : $"exit code {Code}";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
