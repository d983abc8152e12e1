namespace Seaworthy.Engine.Planning;

/// <summary>When a phase of the plan is due: one for each <see cref="Priority"/>.</summary>
public enum Term
{
    Now,
    ThisWeek,
    ThisMonth,
    Later,
}
