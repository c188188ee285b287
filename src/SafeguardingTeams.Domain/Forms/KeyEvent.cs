using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>An event with its day, as the referral and the agencies' returns list them alike.</summary>
public readonly record struct KeyEvent(AnswerRow Row)
{
    /// <summary>When it was, as far as it is known; null where nothing, or nothing that can be read, was given.</summary>
    public KnownDay? When => KnownDay.Of(Row["date"]);

    /// <summary>The time of day, where it is known.</summary>
    public TimeOnly? Time => AnswerText.Time(Row["time"]);

    /// <summary>What happened.</summary>
    public string What => Row[WhatHappened];

    /// <summary>Where it is recorded: asked of agencies, not in a referral.</summary>
    public string Source => Row["source"];

    /// <summary>Whether a question is the one that asks what happened.</summary>
    public static bool AsksWhatHappened(Question question) => question.Id == WhatHappened;

    private const string WhatHappened = "event";
}
