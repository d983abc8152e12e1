namespace Seaworthy.Cli;

/// <summary>What the program answers its caller. Documented in <c>--help</c>; never changes.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the gate.</summary>
    public const int Fit = 0;

    /// <summary>At least one FAIL at or above the gate.</summary>
    public const int Findings = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The audit could not do all it was asked; verdicts may be missing.</summary>
    public const int Incomplete = 3;
}
