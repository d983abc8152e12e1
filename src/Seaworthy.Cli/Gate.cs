namespace Seaworthy.Cli;

/// <summary>From which severity a FAIL makes the exit code 1.</summary>
internal enum Gate
{
    Low,
    Medium,
    High,
    Critical,
    Never,
}
