namespace Tabletop.Engine;

public sealed partial record Exercise
{
    Rejection? ShowHistory(bool shown, Action<Event> emit)
    {
        if (Scenario.History is null)
        {
            return new(RejectionCode.BadValue, "This scenario has no history that could be shown.");
        }

        if (Lifecycle is Lifecycle.Debrief or Lifecycle.Closed)
        {
            return new(RejectionCode.NotNow, "The exercise is over; the debrief shows history to everybody.");
        }

        return shown == ShowsHistory ? null : Do(emit, new Event.HistoryShown(shown));
    }
}
