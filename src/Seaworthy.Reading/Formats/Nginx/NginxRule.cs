namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>How many arguments a directive takes, whether it has a block, and in which blocks it may stand (none listed: not checked).</summary>
internal sealed record NginxRule(int Minimum, int Maximum, bool IsBlock, IReadOnlySet<string> Contexts);
