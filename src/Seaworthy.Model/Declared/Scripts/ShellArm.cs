namespace Seaworthy.Model.Declared.Scripts;

/// <summary>An arm of <c>case WORD in … esac</c>.</summary>
/// <param name="Subject">The word as written: <c>"$1"</c>.</param>
/// <param name="Patterns">What it is compared with, without quotes: <c>web</c>, <c>*</c>.</param>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.4.3 "Case Conditional Construct".</remarks>
public sealed record ShellArm(string Subject, IReadOnlyList<string> Patterns);
