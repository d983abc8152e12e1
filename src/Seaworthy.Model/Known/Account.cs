namespace Seaworthy.Model.Known;

/// <summary>A user or group that an image holds before anything is added.</summary>
/// <param name="User">Its number as a user; null when there is no user of the name.</param>
/// <param name="Group">Its number as a group; null when there is no group of the name.</param>
public sealed record Account(string Name, int? User, int? Group);
