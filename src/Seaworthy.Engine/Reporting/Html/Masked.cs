namespace Seaworthy.Engine.Reporting.Html;

/// <summary>A text in which secrets are masked already.</summary>
internal readonly record struct Masked(string Text);
